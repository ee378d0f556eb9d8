# The messages of exceptions: every line is a mistake.
def f(name, b=1, *, key=2): pass

try:
    print('f(nme=1)', "=>", repr((f(nme=1))))
except BaseException as e: print('f(nme=1)', '=>', type(e).__name__, e)
try:
    print('f()', "=>", repr((f())))
except BaseException as e: print('f()', '=>', type(e).__name__, e)
try:
    print('f(1,2,3)', "=>", repr((f(1,2,3))))
except BaseException as e: print('f(1,2,3)', '=>', type(e).__name__, e)
try:
    print('f(1,2,3,key=1)', "=>", repr((f(1,2,3,key=1))))
except BaseException as e: print('f(1,2,3,key=1)', '=>', type(e).__name__, e)
try:
    print('f(1,2,3,4,key=1)', "=>", repr((f(1,2,3,4,key=1))))
except BaseException as e: print('f(1,2,3,4,key=1)', '=>', type(e).__name__, e)
try:
    print('f(1,zzz=3)', "=>", repr((f(1,zzz=3))))
except BaseException as e: print('f(1,zzz=3)', '=>', type(e).__name__, e)
try:
    print('len()', "=>", repr((len())))
except BaseException as e: print('len()', '=>', type(e).__name__, e)
try:
    print('len(1,2)', "=>", repr((len(1,2))))
except BaseException as e: print('len(1,2)', '=>', type(e).__name__, e)
try:
    print('[].append()', "=>", repr(([].append())))
except BaseException as e: print('[].append()', '=>', type(e).__name__, e)
try:
    print('[].insert(1)', "=>", repr(([].insert(1))))
except BaseException as e: print('[].insert(1)', '=>', type(e).__name__, e)
try:
    print('[].pop(1,2)', "=>", repr(([].pop(1,2))))
except BaseException as e: print('[].pop(1,2)', '=>', type(e).__name__, e)
try:
    print("''.split(1,2,3)", "=>", repr((''.split(1,2,3))))
except BaseException as e: print("''.split(1,2,3)", '=>', type(e).__name__, e)
try:
    print("''.join()", "=>", repr((''.join())))
except BaseException as e: print("''.join()", '=>', type(e).__name__, e)
try:
    print("''.upper(1)", "=>", repr((''.upper(1))))
except BaseException as e: print("''.upper(1)", '=>', type(e).__name__, e)
try:
    print('[].sort(1)', "=>", repr(([].sort(1))))
except BaseException as e: print('[].sort(1)', '=>', type(e).__name__, e)
try:
    print('sum()', "=>", repr((sum())))
except BaseException as e: print('sum()', '=>', type(e).__name__, e)
try:
    print('range()', "=>", repr((range())))
except BaseException as e: print('range()', '=>', type(e).__name__, e)
try:
    print('range(1,2,3,4)', "=>", repr((range(1,2,3,4))))
except BaseException as e: print('range(1,2,3,4)', '=>', type(e).__name__, e)
try:
    print('abs()', "=>", repr((abs())))
except BaseException as e: print('abs()', '=>', type(e).__name__, e)
try:
    print('isinstance(1)', "=>", repr((isinstance(1))))
except BaseException as e: print('isinstance(1)', '=>', type(e).__name__, e)
try:
    print('getattr(1)', "=>", repr((getattr(1))))
except BaseException as e: print('getattr(1)', '=>', type(e).__name__, e)
try:
    print('print(foo=1)', "=>", repr((print(foo=1))))
except BaseException as e: print('print(foo=1)', '=>', type(e).__name__, e)
try:
    print('int(foo=1)', "=>", repr((int(foo=1))))
except BaseException as e: print('int(foo=1)', '=>', type(e).__name__, e)
try:
    print('sorted()', "=>", repr((sorted())))
except BaseException as e: print('sorted()', '=>', type(e).__name__, e)
try:
    print('min()', "=>", repr((min())))
except BaseException as e: print('min()', '=>', type(e).__name__, e)
try:
    print('min([])', "=>", repr((min([]))))
except BaseException as e: print('min([])', '=>', type(e).__name__, e)
try:
    print('max(foo=1)', "=>", repr((max(foo=1))))
except BaseException as e: print('max(foo=1)', '=>', type(e).__name__, e)
try:
    print("''.startswith()", "=>", repr((''.startswith())))
except BaseException as e: print("''.startswith()", '=>', type(e).__name__, e)
try:
    print('{}.get()', "=>", repr(({}.get())))
except BaseException as e: print('{}.get()', '=>', type(e).__name__, e)
try:
    print('{}.update(1)', "=>", repr(({}.update(1))))
except BaseException as e: print('{}.update(1)', '=>', type(e).__name__, e)
try:
    print('{}.pop()', "=>", repr(({}.pop())))
except BaseException as e: print('{}.pop()', '=>', type(e).__name__, e)
try:
    print('hasattr(1)', "=>", repr((hasattr(1))))
except BaseException as e: print('hasattr(1)', '=>', type(e).__name__, e)
try:
    print('1 .bit_length(3)', "=>", repr((1 .bit_length(3))))
except BaseException as e: print('1 .bit_length(3)', '=>', type(e).__name__, e)
try:
    print("''.center()", "=>", repr((''.center())))
except BaseException as e: print("''.center()", '=>', type(e).__name__, e)
try:
    print('list(1,2)', "=>", repr((list(1,2))))
except BaseException as e: print('list(1,2)', '=>', type(e).__name__, e)
try:
    print('str(1,2,3,4)', "=>", repr((str(1,2,3,4))))
except BaseException as e: print('str(1,2,3,4)', '=>', type(e).__name__, e)
try:
    print('f.zzz', "=>", repr((f.zzz)))
except BaseException as e: print('f.zzz', '=>', type(e).__name__, e)
try:
    print('[].appendd', "=>", repr(([].appendd)))
except BaseException as e: print('[].appendd', '=>', type(e).__name__, e)
try:
    print("'a'.uper()", "=>", repr(('a'.uper())))
except BaseException as e: print("'a'.uper()", '=>', type(e).__name__, e)
try:
    x=1
    print('x=1;x()', "=>", repr((x())))
except BaseException as e: print('x=1;x()', '=>', type(e).__name__, e)
try:
    print('(1)[0]', "=>", repr(((1)[0])))
except BaseException as e: print('(1)[0]', '=>', type(e).__name__, e)
try:
    print('{}[1]', "=>", repr(({}[1])))
except BaseException as e: print('{}[1]', '=>', type(e).__name__, e)
try:
    print('[][0]', "=>", repr(([][0])))
except BaseException as e: print('[][0]', '=>', type(e).__name__, e)
try:
    print("(1,2)['a']", "=>", repr(((1,2)['a'])))
except BaseException as e: print("(1,2)['a']", '=>', type(e).__name__, e)
try:
    print("1+'a'", "=>", repr((1+'a')))
except BaseException as e: print("1+'a'", '=>', type(e).__name__, e)
try:
    print("'a'+1", "=>", repr(('a'+1)))
except BaseException as e: print("'a'+1", '=>', type(e).__name__, e)
try:
    print('[]+1', "=>", repr(([]+1)))
except BaseException as e: print('[]+1', '=>', type(e).__name__, e)
try:
    print('()+[]', "=>", repr((()+[])))
except BaseException as e: print('()+[]', '=>', type(e).__name__, e)
try:
    print("1<'a'", "=>", repr((1<'a')))
except BaseException as e: print("1<'a'", '=>', type(e).__name__, e)
try:
    print("[1]*'a'", "=>", repr(([1]*'a')))
except BaseException as e: print("[1]*'a'", '=>', type(e).__name__, e)
try:
    print('-[]', "=>", repr((-[])))
except BaseException as e: print('-[]', '=>', type(e).__name__, e)
try:
    print('len(3)', "=>", repr((len(3))))
except BaseException as e: print('len(3)', '=>', type(e).__name__, e)
try:
    print('iter(3)', "=>", repr((iter(3))))
except BaseException as e: print('iter(3)', '=>', type(e).__name__, e)
try:
    a,b=1
    print("ok", 'a,b=1')
except BaseException as e: print('a,b=1', '=>', type(e).__name__, e)
try:
    a,b=1,2,3
    print("ok", 'a,b=1,2,3')
except BaseException as e: print('a,b=1,2,3', '=>', type(e).__name__, e)
try:
    a,b=(1,)
    print("ok", 'a,b=(1,)')
except BaseException as e: print('a,b=(1,)', '=>', type(e).__name__, e)
try:
    a,*b,c=(1,)
    print("ok", 'a,*b,c=(1,)')
except BaseException as e: print('a,*b,c=(1,)', '=>', type(e).__name__, e)
try:
    print('{[]:1}', "=>", repr(({[]:1})))
except BaseException as e: print('{[]:1}', '=>', type(e).__name__, e)
try:
    print('None.x', "=>", repr((None.x)))
except BaseException as e: print('None.x', '=>', type(e).__name__, e)
try:
    print("int('x')", "=>", repr((int('x'))))
except BaseException as e: print("int('x')", '=>', type(e).__name__, e)
try:
    print("int('')", "=>", repr((int(''))))
except BaseException as e: print("int('')", '=>', type(e).__name__, e)
try:
    print("float('x')", "=>", repr((float('x'))))
except BaseException as e: print("float('x')", '=>', type(e).__name__, e)
try:
    print('[].remove(1)', "=>", repr(([].remove(1))))
except BaseException as e: print('[].remove(1)', '=>', type(e).__name__, e)
try:
    print('(1,).index(2)', "=>", repr(((1,).index(2))))
except BaseException as e: print('(1,).index(2)', '=>', type(e).__name__, e)
try:
    print("'abc'.index('z')", "=>", repr(('abc'.index('z'))))
except BaseException as e: print("'abc'.index('z')", '=>', type(e).__name__, e)
try:
    print('range(1,2,0)', "=>", repr((range(1,2,0))))
except BaseException as e: print('range(1,2,0)', '=>', type(e).__name__, e)
try:
    print('1//0', "=>", repr((1//0)))
except BaseException as e: print('1//0', '=>', type(e).__name__, e)
try:
    print('1%0', "=>", repr((1%0)))
except BaseException as e: print('1%0', '=>', type(e).__name__, e)
try:
    print('1.0/0', "=>", repr((1.0/0)))
except BaseException as e: print('1.0/0', '=>', type(e).__name__, e)
try:
    print('1/0', "=>", repr((1/0)))
except BaseException as e: print('1/0', '=>', type(e).__name__, e)
try:
    print('1.0//0', "=>", repr((1.0//0)))
except BaseException as e: print('1.0//0', '=>', type(e).__name__, e)
try:
    print('2**-1', "=>", repr((2**-1)))
except BaseException as e: print('2**-1', '=>', type(e).__name__, e)
try:
    print('0**-1', "=>", repr((0**-1)))
except BaseException as e: print('0**-1', '=>', type(e).__name__, e)
try:
    print("'{}'.format()", "=>", repr(('{}'.format())))
except BaseException as e: print("'{}'.format()", '=>', type(e).__name__, e)
try:
    print("f'{1:x<}'", "=>", repr((f'{1:x<}')))
except BaseException as e: print("f'{1:x<}'", '=>', type(e).__name__, e)
try:
    print('f\'{"a":d}\'', "=>", repr((f'{"a":d}')))
except BaseException as e: print('f\'{"a":d}\'', '=>', type(e).__name__, e)
try:
    print("f'{1.5:d}'", "=>", repr((f'{1.5:d}')))
except BaseException as e: print("f'{1.5:d}'", '=>', type(e).__name__, e)
try:
    print("sum(['a'])", "=>", repr((sum(['a']))))
except BaseException as e: print("sum(['a'])", '=>', type(e).__name__, e)
try:
    print('max()', "=>", repr((max())))
except BaseException as e: print('max()', '=>', type(e).__name__, e)
try:
    print('[1,2,3][::0]', "=>", repr(([1,2,3][::0])))
except BaseException as e: print('[1,2,3][::0]', '=>', type(e).__name__, e)
try:
    print("'a'*-1", "=>", repr(('a'*-1)))
except BaseException as e: print("'a'*-1", '=>', type(e).__name__, e)
try:
    print('chr(-1)', "=>", repr((chr(-1))))
except BaseException as e: print('chr(-1)', '=>', type(e).__name__, e)
try:
    print("ord('ab')", "=>", repr((ord('ab'))))
except BaseException as e: print("ord('ab')", '=>', type(e).__name__, e)
try:
    print("round('a')", "=>", repr((round('a'))))
except BaseException as e: print("round('a')", '=>', type(e).__name__, e)
try:
    print('1<<-1', "=>", repr((1<<-1)))
except BaseException as e: print('1<<-1', '=>', type(e).__name__, e)
try:
    print('[].index(1)', "=>", repr(([].index(1))))
except BaseException as e: print('[].index(1)', '=>', type(e).__name__, e)
try:
    print('{1,2}.remove(3)', "=>", repr(({1,2}.remove(3))))
except BaseException as e: print('{1,2}.remove(3)', '=>', type(e).__name__, e)
try:
    print("[1]['a']", "=>", repr(([1]['a'])))
except BaseException as e: print("[1]['a']", '=>', type(e).__name__, e)
try:
    [1]['a']=2
    print("ok", "[1]['a']=2")
except BaseException as e: print("[1]['a']=2", '=>', type(e).__name__, e)
try:
    (1,)[0]=2
    print("ok", '(1,)[0]=2')
except BaseException as e: print('(1,)[0]=2', '=>', type(e).__name__, e)
try:
    'abc'[0]='x'
    print("ok", "'abc'[0]='x'")
except BaseException as e: print("'abc'[0]='x'", '=>', type(e).__name__, e)
try:
    del [1][5]
    print("ok", 'del [1][5]')
except BaseException as e: print('del [1][5]', '=>', type(e).__name__, e)
try:
    x=[1]
    x[5]=1
    print("ok", 'x=[1];x[5]=1')
except BaseException as e: print('x=[1];x[5]=1', '=>', type(e).__name__, e)
try:
    print('nme', "=>", repr((nme)))
except BaseException as e: print('nme', '=>', type(e).__name__, e)
try:
    print('next(iter([]))', "=>", repr((next(iter([])))))
except BaseException as e: print('next(iter([]))', '=>', type(e).__name__, e)
try:
    print('[].pop()', "=>", repr(([].pop())))
except BaseException as e: print('[].pop()', '=>', type(e).__name__, e)
try:
    print('{}.popitem()', "=>", repr(({}.popitem())))
except BaseException as e: print('{}.popitem()', '=>', type(e).__name__, e)
try:
    print('set().pop()', "=>", repr((set().pop())))
except BaseException as e: print('set().pop()', '=>', type(e).__name__, e)
try:
    print('list(5)', "=>", repr((list(5))))
except BaseException as e: print('list(5)', '=>', type(e).__name__, e)
try:
    print('tuple(5)', "=>", repr((tuple(5))))
except BaseException as e: print('tuple(5)', '=>', type(e).__name__, e)
try:
    print('dict(5)', "=>", repr((dict(5))))
except BaseException as e: print('dict(5)', '=>', type(e).__name__, e)
try:
    print('dict([1])', "=>", repr((dict([1]))))
except BaseException as e: print('dict([1])', '=>', type(e).__name__, e)
try:
    print('dict([(1,2,3)])', "=>", repr((dict([(1,2,3)]))))
except BaseException as e: print('dict([(1,2,3)])', '=>', type(e).__name__, e)
try:
    raise 3
    print("ok", 'raise 3')
except BaseException as e: print('raise 3', '=>', type(e).__name__, e)
try:
    raise
    print("ok", 'raise')
except BaseException as e: print('raise', '=>', type(e).__name__, e)
try:
    print('int(None)', "=>", repr((int(None))))
except BaseException as e: print('int(None)', '=>', type(e).__name__, e)
try:
    print('int([])', "=>", repr((int([]))))
except BaseException as e: print('int([])', '=>', type(e).__name__, e)
try:
    print('float(None)', "=>", repr((float(None))))
except BaseException as e: print('float(None)', '=>', type(e).__name__, e)
try:
    print("'a'.join([1])", "=>", repr(('a'.join([1]))))
except BaseException as e: print("'a'.join([1])", '=>', type(e).__name__, e)
try:
    print("'a'.join(3)", "=>", repr(('a'.join(3))))
except BaseException as e: print("'a'.join(3)", '=>', type(e).__name__, e)
try:
    print("'abc'.split('')", "=>", repr(('abc'.split(''))))
except BaseException as e: print("'abc'.split('')", '=>', type(e).__name__, e)
try:
    f.x=1
    print('f.x=1;f.y', "=>", repr((f.y)))
except BaseException as e: print('f.x=1;f.y', '=>', type(e).__name__, e)
try:
    print("f(**{'b':1})", "=>", repr((f(**{'b':1}))))
except BaseException as e: print("f(**{'b':1})", '=>', type(e).__name__, e)
try:
    print('f(*3)', "=>", repr((f(*3))))
except BaseException as e: print('f(*3)', '=>', type(e).__name__, e)
try:
    print('f(**3)', "=>", repr((f(**3))))
except BaseException as e: print('f(**3)', '=>', type(e).__name__, e)
try:
    print("f(1,**{'key':2,'zz':1})", "=>", repr((f(1,**{'key':2,'zz':1}))))
except BaseException as e: print("f(1,**{'key':2,'zz':1})", '=>', type(e).__name__, e)
try:
    print("f(1,b=1,**{'b':2})", "=>", repr((f(1,b=1,**{'b':2}))))
except BaseException as e: print("f(1,b=1,**{'b':2})", '=>', type(e).__name__, e)
try:
    print("print(f'{3:5}'+f'{3.0:5}'+f'{True:5}'+f'{None}')", "=>", repr((print(f'{3:5}'+f'{3.0:5}'+f'{True:5}'+f'{None}'))))
except BaseException as e: print("print(f'{3:5}'+f'{3.0:5}'+f'{True:5}'+f'{None}')", '=>', type(e).__name__, e)
try:
    print("f'{None:5}'", "=>", repr((f'{None:5}')))
except BaseException as e: print("f'{None:5}'", '=>', type(e).__name__, e)
try:
    print("f'{[]:5}'", "=>", repr((f'{[]:5}')))
except BaseException as e: print("f'{[]:5}'", '=>', type(e).__name__, e)
try:
    print("'%s'", "=>", repr(('%s')))
except BaseException as e: print("'%s'", '=>', type(e).__name__, e)
try:
    print('(1).foo', "=>", repr(((1).foo)))
except BaseException as e: print('(1).foo', '=>', type(e).__name__, e)
try:
    print('[].foo()', "=>", repr(([].foo())))
except BaseException as e: print('[].foo()', '=>', type(e).__name__, e)
try:
    x=3
    print('x=3;x.real2', "=>", repr((x.real2)))
except BaseException as e: print('x=3;x.real2', '=>', type(e).__name__, e)
try:
    print("'abc'['a']", "=>", repr(('abc'['a'])))
except BaseException as e: print("'abc'['a']", '=>', type(e).__name__, e)
try:
    print("'abc'[1.0]", "=>", repr(('abc'[1.0])))
except BaseException as e: print("'abc'[1.0]", '=>', type(e).__name__, e)
try:
    print('(1,)[1]', "=>", repr(((1,)[1])))
except BaseException as e: print('(1,)[1]', '=>', type(e).__name__, e)
try:
    print('range(3)[5]', "=>", repr((range(3)[5])))
except BaseException as e: print('range(3)[5]', '=>', type(e).__name__, e)
try:
    for i in 5: pass
    print("ok", 'for i in 5: pass')
except BaseException as e: print('for i in 5: pass', '=>', type(e).__name__, e)
try:
    a,b=None
    print("ok", 'a,b=None')
except BaseException as e: print('a,b=None', '=>', type(e).__name__, e)
try:
    a,b=[1,2,3]
    print("ok", 'a,b=[1,2,3]')
except BaseException as e: print('a,b=[1,2,3]', '=>', type(e).__name__, e)
try:
    print("int('12a')", "=>", repr((int('12a'))))
except BaseException as e: print("int('12a')", '=>', type(e).__name__, e)
try:
    print("int('1_000')", "=>", repr((int('1_000'))))
except BaseException as e: print("int('1_000')", '=>', type(e).__name__, e)
try:
    print("int(' 12 ')", "=>", repr((int(' 12 '))))
except BaseException as e: print("int(' 12 ')", '=>', type(e).__name__, e)
try:
    print("int('0x1f',16)", "=>", repr((int('0x1f',16))))
except BaseException as e: print("int('0x1f',16)", '=>', type(e).__name__, e)
try:
    print("int('z',36)", "=>", repr((int('z',36))))
except BaseException as e: print("int('z',36)", '=>', type(e).__name__, e)
try:
    print("int('8',8)", "=>", repr((int('8',8))))
except BaseException as e: print("int('8',8)", '=>', type(e).__name__, e)
try:
    print("float(' 1.5 ')", "=>", repr((float(' 1.5 '))))
except BaseException as e: print("float(' 1.5 ')", '=>', type(e).__name__, e)
try:
    print("float('nan')", "=>", repr((float('nan'))))
except BaseException as e: print("float('nan')", '=>', type(e).__name__, e)
try:
    print("float('1e400')", "=>", repr((float('1e400'))))
except BaseException as e: print("float('1e400')", '=>', type(e).__name__, e)
try:
    print('1e308*10', "=>", repr((1e308*10)))
except BaseException as e: print('1e308*10', '=>', type(e).__name__, e)
try:
    print('2.0**10000', "=>", repr((2.0**10000)))
except BaseException as e: print('2.0**10000', '=>', type(e).__name__, e)
try:
    print('10**400*1.0', "=>", repr((10**400*1.0)))
except BaseException as e: print('10**400*1.0', '=>', type(e).__name__, e)
try:
    print('int(1e400)', "=>", repr((int(1e400))))
except BaseException as e: print('int(1e400)', '=>', type(e).__name__, e)
try:
    print('[1,2].index(3)', "=>", repr(([1,2].index(3))))
except BaseException as e: print('[1,2].index(3)', '=>', type(e).__name__, e)
try:
    print("'a'<1", "=>", repr(('a'<1)))
except BaseException as e: print("'a'<1", '=>', type(e).__name__, e)
try:
    print('None<None', "=>", repr((None<None)))
except BaseException as e: print('None<None', '=>', type(e).__name__, e)
try:
    print('[1]<[None]', "=>", repr(([1]<[None])))
except BaseException as e: print('[1]<[None]', '=>', type(e).__name__, e)
try:
    print('{}<{}', "=>", repr(({}<{})))
except BaseException as e: print('{}<{}', '=>', type(e).__name__, e)
try:
    print("max(1,'a')", "=>", repr((max(1,'a'))))
except BaseException as e: print("max(1,'a')", '=>', type(e).__name__, e)
try:
    print("sorted([1,'a'])", "=>", repr((sorted([1,'a']))))
except BaseException as e: print("sorted([1,'a'])", '=>', type(e).__name__, e)
try:
    print("'a'*1.5", "=>", repr(('a'*1.5)))
except BaseException as e: print("'a'*1.5", '=>', type(e).__name__, e)
try:
    print('[1]-[1]', "=>", repr(([1]-[1])))
except BaseException as e: print('[1]-[1]', '=>', type(e).__name__, e)
try:
    print('{1}-[1]', "=>", repr(({1}-[1])))
except BaseException as e: print('{1}-[1]', '=>', type(e).__name__, e)
try:
    print('{1}|{2}', "=>", repr(({1}|{2})))
except BaseException as e: print('{1}|{2}', '=>', type(e).__name__, e)
try:
    print('not_defined.x', "=>", repr((not_defined.x)))
except BaseException as e: print('not_defined.x', '=>', type(e).__name__, e)
try:
    print("abs('a')", "=>", repr((abs('a'))))
except BaseException as e: print("abs('a')", '=>', type(e).__name__, e)
try:
    print('divmod(1,0)', "=>", repr((divmod(1,0))))
except BaseException as e: print('divmod(1,0)', '=>', type(e).__name__, e)
try:
    print('1.5%0', "=>", repr((1.5%0)))
except BaseException as e: print('1.5%0', '=>', type(e).__name__, e)
try:
    print('1<<10000>>9990', "=>", repr((1<<10000>>9990)))
except BaseException as e: print('1<<10000>>9990', '=>', type(e).__name__, e)
try:
    print('~1.5', "=>", repr((~1.5)))
except BaseException as e: print('~1.5', '=>', type(e).__name__, e)
try:
    print("+'a'", "=>", repr((+'a')))
except BaseException as e: print("+'a'", '=>', type(e).__name__, e)
try:
    print("'x' in 5", "=>", repr(('x' in 5)))
except BaseException as e: print("'x' in 5", '=>', type(e).__name__, e)
try:
    print("5 in 'x'", "=>", repr((5 in 'x')))
except BaseException as e: print("5 in 'x'", '=>', type(e).__name__, e)
try:
    print('len(range(5))', "=>", repr((len(range(5)))))
except BaseException as e: print('len(range(5))', '=>', type(e).__name__, e)
try:
    print('isinstance(1,5)', "=>", repr((isinstance(1,5))))
except BaseException as e: print('isinstance(1,5)', '=>', type(e).__name__, e)
try:
    print('issubclass(1,int)', "=>", repr((issubclass(1,int))))
except BaseException as e: print('issubclass(1,int)', '=>', type(e).__name__, e)
try:
    print("getattr(1,'zz')", "=>", repr((getattr(1,'zz'))))
except BaseException as e: print("getattr(1,'zz')", '=>', type(e).__name__, e)
try:
    print("getattr(1,'zz',3)", "=>", repr((getattr(1,'zz',3))))
except BaseException as e: print("getattr(1,'zz',3)", '=>', type(e).__name__, e)
try:
    print("hasattr(1,'zz')", "=>", repr((hasattr(1,'zz'))))
except BaseException as e: print("hasattr(1,'zz')", '=>', type(e).__name__, e)
try:
    raise ValueError
    print("ok", 'raise ValueError')
except BaseException as e: print('raise ValueError', '=>', type(e).__name__, e)
try:
    raise ValueError('x') from KeyError('y')
    print("ok", "raise ValueError('x') from KeyError('y')")
except BaseException as e: print("raise ValueError('x') from KeyError('y')", '=>', type(e).__name__, e)
try:
    raise KeyError('a','b')
    print("ok", "raise KeyError('a','b')")
except BaseException as e: print("raise KeyError('a','b')", '=>', type(e).__name__, e)
try:
    raise SystemExit(3)
    print("ok", 'raise SystemExit(3)')
except BaseException as e: print('raise SystemExit(3)', '=>', type(e).__name__, e)
try:
    assert False
    print("ok", 'assert False')
except BaseException as e: print('assert False', '=>', type(e).__name__, e)
try:
    assert 0,'m'
    print("ok", "assert 0,'m'")
except BaseException as e: print("assert 0,'m'", '=>', type(e).__name__, e)
try:
    print('chr(1114112)', "=>", repr((chr(1114112))))
except BaseException as e: print('chr(1114112)', '=>', type(e).__name__, e)
try:
    print('ord(1)', "=>", repr((ord(1))))
except BaseException as e: print('ord(1)', '=>', type(e).__name__, e)
try:
    print("hex('a')", "=>", repr((hex('a'))))
except BaseException as e: print("hex('a')", '=>', type(e).__name__, e)
try:
    print('next([])', "=>", repr((next([]))))
except BaseException as e: print('next([])', '=>', type(e).__name__, e)
try:
    print('iter(5)', "=>", repr((iter(5))))
except BaseException as e: print('iter(5)', '=>', type(e).__name__, e)
try:
    print('next(iter([]),7)', "=>", repr((next(iter([]),7))))
except BaseException as e: print('next(iter([]),7)', '=>', type(e).__name__, e)
try:
    print("dict([('a',1)],b=2)", "=>", repr((dict([('a',1)],b=2))))
except BaseException as e: print("dict([('a',1)],b=2)", '=>', type(e).__name__, e)
try:
    print('set([[]])', "=>", repr((set([[]]))))
except BaseException as e: print('set([[]])', '=>', type(e).__name__, e)
try:
    print('{1:2}[3]', "=>", repr(({1:2}[3])))
except BaseException as e: print('{1:2}[3]', '=>', type(e).__name__, e)
try:
    print("{}['k']", "=>", repr(({}['k'])))
except BaseException as e: print("{}['k']", '=>', type(e).__name__, e)
try:
    del {}['x']
    print("ok", "del {}['x']")
except BaseException as e: print("del {}['x']", '=>', type(e).__name__, e)
try:
    d={}
    del d['x']
    print("ok", "d={};del d['x']")
except BaseException as e: print("d={};del d['x']", '=>', type(e).__name__, e)
try:
    del nothing
    print("ok", 'del nothing')
except BaseException as e: print('del nothing', '=>', type(e).__name__, e)
try:
    x=(1)
    x+=1
    del x
    print('x=(1);x+=1;del x;x', "=>", repr((x)))
except BaseException as e: print('x=(1);x+=1;del x;x', '=>', type(e).__name__, e)
try:
    lambda_=lambda x:x
    print('lambda_=lambda x:x;lambda_()', "=>", repr((lambda_())))
except BaseException as e: print('lambda_=lambda x:x;lambda_()', '=>', type(e).__name__, e)
try:
    print('(lambda *,k:k)()', "=>", repr(((lambda *,k:k)())))
except BaseException as e: print('(lambda *,k:k)()', '=>', type(e).__name__, e)
try:
    print('(lambda a,b,c:0)(1)', "=>", repr(((lambda a,b,c:0)(1))))
except BaseException as e: print('(lambda a,b,c:0)(1)', '=>', type(e).__name__, e)
try:
    print('(lambda a,/:0)(a=1)', "=>", repr(((lambda a,/:0)(a=1))))
except BaseException as e: print('(lambda a,/:0)(a=1)', '=>', type(e).__name__, e)
try:
    print('print(sep=3)', "=>", repr((print(sep=3))))
except BaseException as e: print('print(sep=3)', '=>', type(e).__name__, e)
try:
    print('print(end=3)', "=>", repr((print(end=3))))
except BaseException as e: print('print(end=3)', '=>', type(e).__name__, e)
try:
    print('[].sort(key=1)', "=>", repr(([].sort(key=1))))
except BaseException as e: print('[].sort(key=1)', '=>', type(e).__name__, e)
try:
    print('[3,1].sort(key=lambda:0)', "=>", repr(([3,1].sort(key=lambda:0))))
except BaseException as e: print('[3,1].sort(key=lambda:0)', '=>', type(e).__name__, e)
try:
    print('sum([[1]],[])', "=>", repr((sum([[1]],[]))))
except BaseException as e: print('sum([[1]],[])', '=>', type(e).__name__, e)
try:
    print("sum('ab')", "=>", repr((sum('ab'))))
except BaseException as e: print("sum('ab')", '=>', type(e).__name__, e)
try:
    print("range('a')", "=>", repr((range('a'))))
except BaseException as e: print("range('a')", '=>', type(e).__name__, e)
try:
    print('range(1.5)', "=>", repr((range(1.5))))
except BaseException as e: print('range(1.5)', '=>', type(e).__name__, e)
try:
    print('list(range(3))[5:]', "=>", repr((list(range(3))[5:])))
except BaseException as e: print('list(range(3))[5:]', '=>', type(e).__name__, e)
try:
    print("'abc'.join(['a',1])", "=>", repr(('abc'.join(['a',1]))))
except BaseException as e: print("'abc'.join(['a',1])", '=>', type(e).__name__, e)
try:
    print("'a'.replace(1,2)", "=>", repr(('a'.replace(1,2))))
except BaseException as e: print("'a'.replace(1,2)", '=>', type(e).__name__, e)
try:
    print("'abc'.find(1)", "=>", repr(('abc'.find(1))))
except BaseException as e: print("'abc'.find(1)", '=>', type(e).__name__, e)
try:
    print("'a'.split(1)", "=>", repr(('a'.split(1))))
except BaseException as e: print("'a'.split(1)", '=>', type(e).__name__, e)
try:
    print("''.center('a')", "=>", repr((''.center('a'))))
except BaseException as e: print("''.center('a')", '=>', type(e).__name__, e)
try:
    print("''.zfill('a')", "=>", repr((''.zfill('a'))))
except BaseException as e: print("''.zfill('a')", '=>', type(e).__name__, e)
try:
    print("[1,2,3][1:'a']", "=>", repr(([1,2,3][1:'a'])))
except BaseException as e: print("[1,2,3][1:'a']", '=>', type(e).__name__, e)
try:
    print("[1,2,3]['a':]", "=>", repr(([1,2,3]['a':])))
except BaseException as e: print("[1,2,3]['a':]", '=>', type(e).__name__, e)
try:
    x=[1,2,3]
    x[::2]=[1]
    print("ok", 'x=[1,2,3];x[::2]=[1]')
except BaseException as e: print('x=[1,2,3];x[::2]=[1]', '=>', type(e).__name__, e)
try:
    x=[1,2,3]
    x[0:1]=5
    print("ok", 'x=[1,2,3];x[0:1]=5')
except BaseException as e: print('x=[1,2,3];x[0:1]=5', '=>', type(e).__name__, e)
try:
    print("round(1.5,'a')", "=>", repr((round(1.5,'a'))))
except BaseException as e: print("round(1.5,'a')", '=>', type(e).__name__, e)
try:
    print('round(1.5,None)', "=>", repr((round(1.5,None))))
except BaseException as e: print('round(1.5,None)', '=>', type(e).__name__, e)
try:
    print("pow('a',2)", "=>", repr((pow('a',2))))
except BaseException as e: print("pow('a',2)", '=>', type(e).__name__, e)
try:
    print('pow(2,0.5)', "=>", repr((pow(2,0.5))))
except BaseException as e: print('pow(2,0.5)', '=>', type(e).__name__, e)
try:
    print('type(1,2)', "=>", repr((type(1,2))))
except BaseException as e: print('type(1,2)', '=>', type(e).__name__, e)
try:
    a=b=c
    print("ok", 'a=b=c')
except BaseException as e: print('a=b=c', '=>', type(e).__name__, e)
try:
    print('nonexist()', "=>", repr((nonexist())))
except BaseException as e: print('nonexist()', '=>', type(e).__name__, e)
try:
    print('int(2**70)', "=>", repr((int(2**70))))
except BaseException as e: print('int(2**70)', '=>', type(e).__name__, e)
try:
    print('float(2**70)', "=>", repr((float(2**70))))
except BaseException as e: print('float(2**70)', '=>', type(e).__name__, e)
try:
    print('round(2**70/3)', "=>", repr((round(2**70/3))))
except BaseException as e: print('round(2**70/3)', '=>', type(e).__name__, e)
try:
    print('2**70%7', "=>", repr((2**70%7)))
except BaseException as e: print('2**70%7', '=>', type(e).__name__, e)
try:
    print('-7//2**70', "=>", repr((-7//2**70)))
except BaseException as e: print('-7//2**70', '=>', type(e).__name__, e)
try:
    print('1/2**70', "=>", repr((1/2**70)))
except BaseException as e: print('1/2**70', '=>', type(e).__name__, e)
try:
    print('2**1100/2**1000', "=>", repr((2**1100/2**1000)))
except BaseException as e: print('2**1100/2**1000', '=>', type(e).__name__, e)
try:
    print('2**1100*0.5', "=>", repr((2**1100*0.5)))
except BaseException as e: print('2**1100*0.5', '=>', type(e).__name__, e)
try:
    print("'{:d}'.format('a')", "=>", repr(('{:d}'.format('a'))))
except BaseException as e: print("'{:d}'.format('a')", '=>', type(e).__name__, e)
try:
    print("'{:x}'.format(3.0)", "=>", repr(('{:x}'.format(3.0))))
except BaseException as e: print("'{:x}'.format(3.0)", '=>', type(e).__name__, e)
try:
    print("'{0.zz}'.format(3)", "=>", repr(('{0.zz}'.format(3))))
except BaseException as e: print("'{0.zz}'.format(3)", '=>', type(e).__name__, e)
try:
    print("'{a}'.format()", "=>", repr(('{a}'.format())))
except BaseException as e: print("'{a}'.format()", '=>', type(e).__name__, e)
try:
    print("'{'.format()", "=>", repr(('{'.format())))
except BaseException as e: print("'{'.format()", '=>', type(e).__name__, e)
try:
    print("'}'.format()", "=>", repr(('}'.format())))
except BaseException as e: print("'}'.format()", '=>', type(e).__name__, e)
try:
    print("'{!z}'.format(3)", "=>", repr(('{!z}'.format(3))))
except BaseException as e: print("'{!z}'.format(3)", '=>', type(e).__name__, e)
try:
    print("f'{3:z}'", "=>", repr((f'{3:z}')))
except BaseException as e: print("f'{3:z}'", '=>', type(e).__name__, e)
try:
    print("f'{3:.2}'", "=>", repr((f'{3:.2}')))
except BaseException as e: print("f'{3:.2}'", '=>', type(e).__name__, e)
try:
    print("f'{3:,x}'", "=>", repr((f'{3:,x}')))
except BaseException as e: print("f'{3:,x}'", '=>', type(e).__name__, e)
try:
    print('f\'{"a":+}\'', "=>", repr((f'{"a":+}')))
except BaseException as e: print('f\'{"a":+}\'', '=>', type(e).__name__, e)
try:
    print('f\'{"a":=5}\'', "=>", repr((f'{"a":=5}')))
except BaseException as e: print('f\'{"a":=5}\'', '=>', type(e).__name__, e)
try:
    print("f'{3:100000000000000000000}'", "=>", repr((f'{3:100000000000000000000}')))
except BaseException as e: print("f'{3:100000000000000000000}'", '=>', type(e).__name__, e)
try:
    print('hash([])', "=>", repr((hash([]))))
except BaseException as e: print('hash([])', '=>', type(e).__name__, e)
try:
    print('hash({})', "=>", repr((hash({}))))
except BaseException as e: print('hash({})', '=>', type(e).__name__, e)
try:
    print('{}|[]', "=>", repr(({}|[])))
except BaseException as e: print('{}|[]', '=>', type(e).__name__, e)
try:
    print("True+'a'", "=>", repr((True+'a')))
except BaseException as e: print("True+'a'", '=>', type(e).__name__, e)
try:
    print('None+1', "=>", repr((None+1)))
except BaseException as e: print('None+1', '=>', type(e).__name__, e)
try:
    print('None()', "=>", repr((None())))
except BaseException as e: print('None()', '=>', type(e).__name__, e)
try:
    print('(1)()', "=>", repr(((1)())))
except BaseException as e: print('(1)()', '=>', type(e).__name__, e)
try:
    print("'a'()", "=>", repr(('a'())))
except BaseException as e: print("'a'()", '=>', type(e).__name__, e)
try:
    print('print.foo', "=>", repr((print.foo)))
except BaseException as e: print('print.foo', '=>', type(e).__name__, e)
try:
    print('int.foo', "=>", repr((int.foo)))
except BaseException as e: print('int.foo', '=>', type(e).__name__, e)
try:
    len.x=1
    print("ok", 'len.x=1')
except BaseException as e: print('len.x=1', '=>', type(e).__name__, e)
try:
    (1).x=1
    print("ok", '(1).x=1')
except BaseException as e: print('(1).x=1', '=>', type(e).__name__, e)
try:
    'a'.x=1
    print("ok", "'a'.x=1")
except BaseException as e: print("'a'.x=1", '=>', type(e).__name__, e)
try:
    int.x=1
    print("ok", 'int.x=1')
except BaseException as e: print('int.x=1', '=>', type(e).__name__, e)
try:
    None.x=1
    print("ok", 'None.x=1')
except BaseException as e: print('None.x=1', '=>', type(e).__name__, e)
try:
    [1].append=3
    print("ok", '[1].append=3')
except BaseException as e: print('[1].append=3', '=>', type(e).__name__, e)
