import asyncio
from dataclasses import dataclass, field
from typing import Generic, Iterator, TypeVar

T = TypeVar("T")


@dataclass
class Node(Generic[T]):
    key: T
    left: "Node[T] | None" = None
    right: "Node[T] | None" = None


class Tree(Generic[T]):
    def __init__(self, *keys: T) -> None:
        self.root: Node[T] | None = None
        self.insert(*keys)

    def insert(self, *keys: T) -> None:
        for key in keys:
            self.root = self._insert(self.root, key)

    def _insert(self, node, key):
        if node is None:
            return Node(key)
        if key < node.key:
            node.left = self._insert(node.left, key)
        elif key > node.key:
            node.right = self._insert(node.right, key)
        return node

    def __iter__(self) -> Iterator[T]:
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key
                yield from walk(node.right)
        return walk(self.root)

    def preorder(self):
        stack = [self.root]
        while stack:
            if node := stack.pop():
                yield node.key
                stack += [node.right, node.left]

    async def levels(self):
        level = [self.root] if self.root else []
        while level:
            await asyncio.sleep(0.1)
            yield [n.key for n in level]
            level = [c for n in level for c in (n.left, n.right) if c]

    def height(self, node="root"):
        if node == "root":
            node = self.root
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))

    def __contains__(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def draw(self, node=None, depth=0):
        node = node or self.root
        if node.right:
            self.draw(node.right, depth + 1)
        print("   " * depth + f"<{node.key}>")
        if node.left:
            self.draw(node.left, depth + 1)


async def search(tree, key, pace):
    node, path = tree.root, []
    while node is not None:
        path.append(node.key)
        await asyncio.sleep(pace)
        match node:
            case Node(key=k) if k == key:
                return path
            case Node(k, left, _) if key < k:
                node = left
            case Node(_, _, right):
                node = right
    raise KeyError(key)


async def main():
    tree = Tree[int](50, 30, 70, 20, 40, 60, 80, 65, 30)
    print(list(tree), list(tree.preorder()), tree.height(), 65 in tree, 66 in tree)
    async for level in tree.levels():
        print(*level, sep=" ")
    tree.draw()
    print(await asyncio.gather(search(tree, 65, 0.1), search(tree, 20, 0.3), search(tree, 1, 0.2), return_exceptions=True))
    small = Tree("m", "c", "x")
    print(small.root)
    print(sorted(small, reverse=True), max(small), sum(1 for _ in tree), Tree[str], Node("a") == Node("a"))


asyncio.run(main())
