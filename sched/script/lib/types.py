# Functions about types, after Lib/types.py of CPython 3.13.

from types import _new_class


def new_class(name, bases=(), kwds=None, exec_body=None):
    ns = {}
    if exec_body is not None:
        exec_body(ns)
    return _new_class(name, tuple(bases), dict(kwds or {}), ns)
