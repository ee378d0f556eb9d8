# Topological sorting, after Lib/graphlib.py of CPython 3.13.

from types import GenericAlias

_OUT = -1   # in _Node.waits: given out by get_ready
_DONE = -2


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = "waits", "next"

    def __init__(self):
        self.waits = 0   # for how many nodes, or one of the marks
        self.next = []


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready_nodes = None
        self._out = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _of(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node()
        return found

    def add(self, node, *predecessors):
        if self._ready_nodes is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._of(node).waits += len(predecessors)
        for one in predecessors:
            self._of(one).next.append(node)

    def prepare(self):
        if self._ready_nodes is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready_nodes = [node for node, info in self._nodes.items() if info.waits == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _prepared(self):
        if self._ready_nodes is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._prepared()
        ready = tuple(self._ready_nodes)
        for node in ready:
            self._nodes[node].waits = _OUT
        self._ready_nodes.clear()
        self._out += len(ready)
        return ready

    def is_active(self):
        self._prepared()
        return self._finished < self._out or bool(self._ready_nodes)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.waits >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if info.waits == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            info.waits = _DONE
            for other in info.next:
                after = self._nodes[other]
                after.waits -= 1
                if after.waits == 0:
                    self._ready_nodes.append(other)
            self._finished += 1

    def _find_cycle(self):
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            seen.add(start)
            path, todo = {start: None}, [iter(self._nodes[start].next)]
            while todo:
                for node in todo[-1]:
                    if node in path:
                        nodes = list(path)
                        return nodes[nodes.index(node):] + [node]
                    if node not in seen:
                        seen.add(node)
                        path[node] = None
                        todo.append(iter(self._nodes[node].next))
                        break
                else:
                    todo.pop()
                    path.popitem()
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)
