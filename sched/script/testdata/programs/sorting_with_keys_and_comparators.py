import asyncio
from functools import cmp_to_key, total_ordering
from operator import attrgetter, itemgetter, methodcaller
import random


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    def __hash__(self):
        return hash(self.parts)


class Student:
    def __init__(self, name, grade, age):
        self.name, self.grade, self.age = name, grade, age

    def __repr__(self):
        return repr((self.name, self.grade, self.age))

    def weighted(self, k=1):
        return self.age * k


async def bubble(name, items, out):
    items = list(items)
    for i in range(len(items)):
        swapped = False
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
                swapped = True
        await asyncio.sleep(0.1)
        out.append((name, i, items[:]))
        if not swapped:
            break
    return items


def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot, *rest = xs
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    mid = len(xs) // 2
    a, b, out = merge_sort(xs[:mid]), merge_sort(xs[mid:]), []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b


async def sleep_sort(numbers):
    out = []

    async def one(n):
        await asyncio.sleep(n)
        out.append(n)
    await asyncio.gather(*(one(n) for n in numbers))
    return out


async def main():
    students = [Student("jane", "B", 12), Student("john", "A", 15), Student("dave", "B", 10), Student("ann", "A", 15)]
    print(sorted(students, key=attrgetter("grade", "age")))
    print(sorted(students, key=lambda s: (s.grade, -s.age, s.name)))
    students.sort(key=methodcaller("weighted", 2), reverse=True)
    print(students, max(students, key=attrgetter("age")).name, min(students, key=len) if False else "")
    versions = [Version(v) for v in ("1.10", "1.9.1", "1.9", "2.0")]
    print(sorted(versions), max(versions), Version("1.0") >= Version("1.0"), Version("1.0") != Version("1.1"), sorted(versions, reverse=True)[0])
    words = "banana Apple cherry apple Banana".split()
    print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w), reverse=True), sep="\n")
    print(sorted(words, key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
    pairs = [("a", 3), ("b", 1), ("c", 2)]
    print(sorted(pairs, key=itemgetter(1)), dict(sorted(dict(pairs).items(), key=itemgetter(1), reverse=True)), itemgetter(0, 2)("xyz"))
    log = []
    print(await asyncio.gather(bubble("p", [3, 1, 2], log), bubble("q", "hello", log)))
    print(*log, sep="\n")
    random.seed(5)
    xs = random.sample(range(100), 10)
    print(xs, quicksort(xs) == merge_sort(xs) == sorted(xs), await sleep_sort(xs[:5]))
    try:
        sorted([1, "a", None])
    except TypeError as e:
        print(e)
    try:
        sorted(students)
    except TypeError as e:
        print(e)
    try:
        max([])
    except ValueError as e:
        print(e, max([], default=0))
    print(sorted([True, 0, 2.5, -1]), sorted({"b": 1, "a": 2}), sorted("hello", reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")]))
    print([i for i, _ in sorted(enumerate("cab"), key=itemgetter(1))], sorted([[2], [1, 9], []]), sorted(map(abs, [-3, 2, -1])))


asyncio.run(main())
