import asyncio
import heapq
import math
from collections import defaultdict, deque
from graphlib import CycleError, TopologicalSorter

ROADS = {("A", "B"): 4, ("A", "C"): 1, ("C", "B"): 2, ("B", "D"): 5, ("C", "D"): 8, ("D", "E"): 3, ("F", "A"): 1}


class Graph:
    def __init__(self, edges):
        self.out = defaultdict(dict)
        for (a, b), w in edges.items():
            self.out[a][b] = w
            self.out[b]

    def dijkstra(self, start):
        dist, prev, heap = {n: math.inf for n in self.out}, {}, [(0, start)]
        dist[start] = 0
        while heap:
            d, n = heapq.heappop(heap)
            if d > dist[n]:
                continue
            for m, w in self.out[n].items():
                if (new := d + w) < dist[m]:
                    dist[m], prev[m] = new, n
                    heapq.heappush(heap, (new, m))
        return dist, prev

    def path(self, start, end):
        dist, prev = self.dijkstra(start)
        if math.isinf(dist[end]):
            return None
        nodes = [end]
        while nodes[-1] != start:
            nodes.append(prev[nodes[-1]])
        return nodes[::-1]

    def bfs(self, start):
        seen, queue = {start}, deque([(start, 0)])
        while queue:
            n, depth = queue.popleft()
            yield n, depth
            for m in sorted(self.out[n]):
                if m not in seen:
                    seen.add(m)
                    queue.append((m, depth + 1))

    def dfs(self, n, seen=None):
        seen = set() if seen is None else seen
        seen.add(n)
        return [n] + [x for m in self.out[n] if m not in seen for x in self.dfs(m, seen)]

    def topological(self):
        degree = dict.fromkeys(self.out, 0)
        for ms in self.out.values():
            for m in ms:
                degree[m] += 1
        ready = deque(n for n, d in degree.items() if not d)
        while ready:
            yield (n := ready.popleft())
            for m in self.out[n]:
                degree[m] -= 1
                if degree[m] == 0:
                    ready.append(m)


async def build(name, seconds, deps):
    if deps:
        await asyncio.wait(deps)
    await asyncio.sleep(seconds)
    print(f"built {name} at {asyncio.get_running_loop().time():g}")


async def main():
    g = Graph(ROADS)
    dist, prev = g.dijkstra("A")
    print(dist, prev)
    print(g.path("A", "E"), g.path("A", "F"), g.path("F", "D"))
    print(list(g.bfs("A")), g.dfs("A"), list(g.topological()), sep="\n")
    tasks = {}
    for n in g.topological():
        deps = [tasks[m] for m in tasks if n in g.out[m]]
        tasks[n] = asyncio.create_task(build(n, 1 + len(deps), deps), name=n)
    await asyncio.gather(*tasks.values())
    ts = TopologicalSorter({"app": {"lib", "core"}, "lib": {"core"}, "docs": {"app"}})
    print([*ts.static_order()])
    try:
        list(TopologicalSorter({"a": "b", "b": "a"}).static_order())
    except CycleError as e:
        print("cycle", sorted(set(e.args[1])))


asyncio.run(main())
