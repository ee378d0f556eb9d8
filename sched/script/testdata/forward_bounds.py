from typing import TypeVar, get_type_hints

K = TypeVar("K", bound="Later")
A = TypeVar("A", "Later", int)
print(K.__bound__, repr(A.__constraints__), K, TypeVar("P").__bound__, TypeVar("I", bound=int).__bound__)
