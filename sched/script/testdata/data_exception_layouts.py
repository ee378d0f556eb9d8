class A(ValueError, KeyError): pass
class B(RuntimeError, TimeoutError): pass
class C(LookupError, TypeError):
    def __init__(self, x): super().__init__(x); self.x = x
for E in (A, C):
    try: raise E('x')
    except (KeyError, TypeError) as e: print(type(e).__mro__[1:4], e, repr(e), e.args)
try:
    class D(OSError, ImportError): pass
except TypeError as e: print(e)
print(B.__mro__, str(B('t')))
