# Heaps, after Lib/heapq.py of CPython 3.13. What CPython has in C is in _heapq.

from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max, _heappop_max,
                    _heapreplace_max)


def merge(*iterables, key=None, reverse=False):
    heap = []
    if reverse:
        order, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        order, pop, replace, direction = heapify, heappop, heapreplace, 1
    for place, it in enumerate(map(iter, iterables)):
        try:
            step = it.__next__
            if key is None:
                heap.append([step(), place * direction, step])
            else:
                value = step()
                heap.append([key(value), place * direction, value, step])
        except StopIteration:
            pass
    order(heap)
    while len(heap) > 1:
        try:
            while True:
                head = heap[0]
                if key is None:
                    value, place, step = head
                    yield value
                    head[0] = step()
                else:
                    shown, place, value, step = head
                    yield value
                    value = step()
                    head[0] = key(value)
                    head[2] = value
                replace(heap, head)
        except StopIteration:
            pop(heap)
    if heap:
        if key is None:
            value, place, step = heap[0]
        else:
            shown, place, value, step = heap[0]
        yield value
        yield from step.__self__


def nsmallest(n, iterable, key=None):
    return _extremes(n, iterable, key, min, 1)


def nlargest(n, iterable, key=None):
    return _extremes(n, iterable, key, max, -1)


def _extremes(n, iterable, key, extreme, step):
    """Give the n items that are first in order, which step says the direction
    of. Of equal ones the earlier is first: items count by step as they come."""
    if n == 1:
        nothing = object()
        found = extreme(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    backwards = step < 0
    try:
        there = len(iterable)
    except (TypeError, AttributeError):
        there = None  # nobody knows before the end
    if there is not None and n >= there:
        return sorted(iterable, key=key, reverse=backwards)[:n]
    return _kept_of(n, iter(iterable), key, backwards, step)


def _kept_of(n, it, key, backwards, step):
    order, replace = (heapify, heapreplace) if backwards else (_heapify_max, _heapreplace_max)
    kept = [(item if key is None else key(item), i, item) for i, item in zip(range(0, n * step, step), it)]
    if kept:
        order(kept)
        at, worst = n * step, kept[0][0]
        for item in it:
            rank = item if key is None else key(item)
            if worst < rank if backwards else rank < worst:
                replace(kept, (rank, at, item))
                at, worst = at + step, kept[0][0]
        kept.sort(reverse=backwards)
    return [item for rank, i, item in kept]
