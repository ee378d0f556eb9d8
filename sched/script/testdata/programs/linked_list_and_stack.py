import asyncio
from collections.abc import Iterable, Iterator, MutableSequence


class Node:
    __slots__ = "value", "next"

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, values: Iterable = ()):
        self.head = None
        self._len = 0
        for v in reversed(list(values)):
            self.push(v)

    def push(self, value):
        self.head = Node(value, self.head)
        self._len += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        value, self.head = self.head.value, self.head.next
        self._len -= 1
        return value

    def reverse(self):
        prev, node = None, self.head
        while node:
            node.next, prev, node = prev, node, node.next
        self.head = prev
        return self

    def __iter__(self) -> Iterator:
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self._len

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        if index < 0:
            index += len(self)
        for i, v in enumerate(self):
            if i == index:
                return v
        raise IndexError(f"index {index} out of range")

    def __repr__(self):
        return " -> ".join([*map(repr, self), "None"])


class Stack(MutableSequence):
    def __init__(self, *items):
        self._items = list(items)

    def __getitem__(self, i):
        return self._items[i]

    def __setitem__(self, i, v):
        self._items[i] = v

    def __delitem__(self, i):
        del self._items[i]

    def __len__(self):
        return len(self._items)

    def insert(self, i, v):
        self._items.insert(i, v)

    def __repr__(self):
        return f"Stack{tuple(self._items)}"


async def producer(lst):
    for i in range(4):
        await asyncio.sleep(0.1)
        lst.push(i * i)


async def consumer(lst, out):
    while len(out) < 5:
        await asyncio.sleep(0.15)
        try:
            out.append(lst.pop())
        except IndexError as e:
            print("!", e)
            break


async def main():
    lst = LinkedList("ab")
    out = []
    await asyncio.gather(producer(lst), consumer(lst, out))
    print(lst, out, len(lst))
    lst = LinkedList([5, "six", 7.0, (8,)])
    print(lst, lst[1], lst[-1], lst[1:3], sep=" | ")
    print(lst.reverse(), "six" in lst, 9 in lst, list(lst), bool(LinkedList()))
    try:
        lst[10]
    except IndexError as e:
        print(e)
    a, *rest = lst
    print(a, rest, isinstance(lst, Iterable), isinstance(lst, MutableSequence))
    s = Stack(3, 1, 2)
    s.append(9)
    s.extend([8, 7])
    s.insert(0, "x")
    print(s, s.pop(), s.pop(0), s.index(9), s.count(1), 8 in s, list(reversed(s)))
    s.reverse()
    s += [4]
    s.remove(1)
    print(s, sorted(s), s[1:], len(s), isinstance(s, Iterable))
    del s[0]
    s.clear()
    print(s, bool(s))
    try:
        s.pop()
    except IndexError as e:
        print(repr(e))


asyncio.run(main())
