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
    if n == 1:
        nothing = object()
        found = min(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    it = iter(iterable)
    if key is None:
        kept = [(item, i) for i, item in zip(range(n), it)]
        if not kept:
            return kept
        _heapify_max(kept)
        top = kept[0][0]
        at = n
        for item in it:
            if item < top:
                _heapreplace_max(kept, (item, at))
                top = kept[0][0]
                at += 1
        kept.sort()
        return [item for item, at in kept]
    kept = [(key(item), i, item) for i, item in zip(range(n), it)]
    if not kept:
        return kept
    _heapify_max(kept)
    top = kept[0][0]
    at = n
    for item in it:
        k = key(item)
        if k < top:
            _heapreplace_max(kept, (k, at, item))
            top = kept[0][0]
            at += 1
    kept.sort()
    return [item for k, at, item in kept]


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = max(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    it = iter(iterable)
    if key is None:
        kept = [(item, i) for i, item in zip(range(0, -n, -1), it)]
        if not kept:
            return kept
        heapify(kept)
        top = kept[0][0]
        at = -n
        for item in it:
            if top < item:
                heapreplace(kept, (item, at))
                top = kept[0][0]
                at -= 1
        kept.sort(reverse=True)
        return [item for item, at in kept]
    kept = [(key(item), i, item) for i, item in zip(range(0, -n, -1), it)]
    if not kept:
        return kept
    heapify(kept)
    top = kept[0][0]
    at = -n
    for item in it:
        k = key(item)
        if top < k:
            heapreplace(kept, (k, at, item))
            top = kept[0][0]
            at -= 1
    kept.sort(reverse=True)
    return [item for k, at, item in kept]
