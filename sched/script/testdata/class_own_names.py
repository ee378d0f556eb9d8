class A:
    __module__ = "x"
    b = __qualname__
print(A, A.__module__, A.b, sorted(k for k in A.__dict__ if k[:3] != '__f' and k[:3]!='__s' and k[:3]!='__d' and k[:3]!='__w'))
class B(Exception): __module__ = "m"
try: raise B("q")
except B as e: print(repr(e), type(e))
class C:
    __qualname__ = "Outer.C"
    print(__qualname__, __module__)
    def f(self): pass
print(C, C.__name__, C.f.__qualname__)
try:
    class D: __qualname__ = 3
except TypeError as e: print(e)
class M(type): pass
class E(metaclass=M):
    __module__ = 'em'
    __qualname__ = 'q.E'
print(E, E.__module__)
import dataclasses, enum
@dataclasses.dataclass
class P:
    __module__ = 'geo'
    x: int = 1
print(P(), P)
class Col(enum.Enum):
    __module__ = 'col'
    R = 1
class Col(enum.Enum):
    __module__ = 'col'
    R = 1
print(Col, Col.R, repr(Col.R), Col.__module__)
def f():
    class B:
        class C:
            w = __qualname__, __module__
    return B.C.w
print(f())
