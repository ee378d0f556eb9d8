from abc import ABCMeta, abstractmethod
class Registry(type):
    """Keeps all classes."""
    classes = {}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        cls = super().__new__(mcs, name, bases, ns, **kw)
        if bases:
            mcs.classes[name.lower()] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print('init', cls.__name__, kw)
        cls.tag = name[:2]
    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args, kwargs)
        obj = super().__call__(*args, **kwargs)
        obj.made = True
        return obj
    def __len__(cls): return len(cls.classes)
    def __iter__(cls): return iter(cls.classes)
    def __getitem__(cls, key): return cls.classes[key]
    def __contains__(cls, key): return key in cls.classes
    def __repr__(cls): return f'<{cls.__name__}!>'
    def __lt__(cls, other): return cls.__name__ < other.__name__
    def __add__(cls, other): return (cls, other)
    def __getattr__(cls, name):
        if name.startswith('auto_'): return name[5:]
        raise AttributeError(f'{cls.__name__} lacks {name}')
    @property
    def upper(cls): return cls.__name__.upper()
    def describe(cls): return f'{cls.__name__} has {len(vars(cls)) > 0}'
class Base(metaclass=Registry):
    def __init__(self, x=0): self.x = x
    def hi(self): return f'hi {self.x} {__class__.__name__}'
    def __init_subclass__(cls, /, color='none', **kw):
        super().__init_subclass__(**kw)
        cls.color = color
        print('sub', cls, color)
class One(Base, color='red'):
    """One doc."""
    def hi(self): return 'one ' + super().hi()
class Two(Base): pass
print(Base, One, type(One), type(type(One)), isinstance(One, Registry), isinstance(One(3), Base), issubclass(One, Base))
o = One(5)
print(o.hi(), o.made, o.color, One.tag, One.upper, One.describe(), One.__doc__, Registry.__doc__)
print(len(Base), list(Base), Base['two'], 'one' in Base, 'zero' in Base, sorted([Two, One]), One + Two)
print(One.auto_thing, hasattr(One, 'nothing'), hasattr(o, 'upper'))
try: One.nothing
except AttributeError as e: print(e)
try: o.describe()
except AttributeError as e: print(e)
T = Registry('Three', (Base,), {'y': 7})
print(T, T().y, T.__mro__, T.__module__, T.__qualname__)
U = type('Four', (Base,), {})
print(U, type(U))
One.added = 5
print(o.added, One.added); del One.added; print(hasattr(One, 'added'))
class Singleton(type):
    _instances = {}
    def __call__(cls, *a, **k):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*a, **k)
        return cls._instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, v): self.v = v
print(Config(1) is Config(2), Config(3).v, len(Singleton._instances))
class PluginMeta(ABCMeta):
    registry = []
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if not cls.__abstractmethods__: PluginMeta.registry.append(name)
class Plugin(metaclass=PluginMeta):
    @abstractmethod
    def run(self): ...
class A(Plugin):
    def run(self): return 'A'
class B(A): pass
print(PluginMeta.registry, A().run())
try: Plugin()
except TypeError as e: print(e)
class Duck(type):
    def __instancecheck__(cls, obj): return hasattr(obj, 'quack')
    def __subclasscheck__(cls, sub): return hasattr(sub, 'quack')
class Quacker(metaclass=Duck): pass
class Mallard:
    def quack(self): pass
print(isinstance(Mallard(), Quacker), issubclass(Mallard, Quacker), isinstance(5, Quacker), isinstance(Quacker(), Quacker))
class NoDup(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith('__'): raise TypeError(f'duplicate {k}')
        super().__setitem__(k, v)
class Strict(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): return NoDup()
    def __new__(mcs, name, bases, ns): return super().__new__(mcs, name, bases, dict(ns))
class Ok(metaclass=Strict):
    a = 1
    def f(self): return self.a
print(Ok().f())
try:
    class Bad(metaclass=Strict):
        a = 1
        a = 2
except TypeError as e: print(e)
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
class Upper(type):
    def __new__(cls, name, bases, dct):
        attrs = {(k if k.startswith('__') else k.upper()): v for k, v in dct.items()}
        return type.__new__(cls, name, bases, attrs)
class Shout(metaclass=Upper):
    word = 'hey'
    def say(self): return self.WORD
print(Shout.WORD, Shout().SAY(), hasattr(Shout, 'word'))
class Frozen(type):
    def __setattr__(cls, name, value):
        raise AttributeError(f'{cls.__name__} is frozen')
class K(metaclass=Frozen): z = 1
try: K.z = 2
except AttributeError as e: print(e, K.z)
class Eq(type):
    def __eq__(cls, other): return cls.__name__ == other.__name__
    def __hash__(cls): return hash(cls.__name__)
class P(metaclass=Eq): pass
Q = P
class P(metaclass=Eq): pass
print(P == Q, P is Q, len({P, Q}))
class Track(type):
    @classmethod
    def make(mcs, n): return mcs(n, (), {})
print(Track.make('Dyn').__name__)
class Base2(metaclass=Track):
    items: list = []
print(Base2.__annotations__, Base2.__class__, Base2().__class__)
