import math
def show(*a): print(*a)
def err(f, *a, **k):
    try: show(f.__name__, a, k, f(*a, **k))
    except Exception as e: show(f.__name__, a, k, type(e).__name__, e)
show(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
xs = [0, 1, -1, 0.5, -0.5, 2, 10, 100, 1e10, 1e300, -1e300, math.inf, -math.inf, math.nan, 10**400, 'a', None, True, 3.7, -3.7, 1e-10]
for f in 'sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10 log1p fabs degrees radians gamma lgamma floor ceil trunc isnan isinf isfinite frexp modf ulp factorial isqrt gcd lcm'.split():
    for x in xs:
        if f == 'factorial' and isinstance(x, (int, float)) and abs(x) > 100: continue
        err(getattr(math, f), x)
for f in 'pow fmod remainder copysign atan2 ldexp hypot gcd lcm comb perm isclose log nextafter dist'.split():
    for a, b in [(2,3),(7.5,2),(-7.5,2),(0,0),(0,-1),(-8,1/3),(math.inf,1),(1,math.inf),(math.nan,1),(10,3),(1,0),(2,0.5),(1e308,10),(-2,3),(5,'a'),(100,50)]:
        err(getattr(math, f), a, b)
err(math.dist, (1,2),(4,6)); err(math.dist, [1,2,3],[1,2]); err(math.hypot, 3, 4, 12); err(math.hypot); err(math.hypot, 1e200, 1e200); err(math.hypot, 0.1, 0.2, 0.3)
err(math.fsum, [.1]*10); err(math.fsum, [1e100, 1, -1e100]); err(math.fsum, [1,'a']); err(math.fsum, [math.inf, -math.inf]); err(math.fsum,[1e308,1e308]); err(math.fsum, [math.inf, 1]); err(math.fsum, 5)
err(math.prod, [1,2,3,4]); err(math.prod, [], start=5); err(math.prod, [.5,2]); err(math.prod, ['a']); err(math.prod, 5); err(math.prod)
err(math.sumprod, [1,2,3],[4,5,6]); err(math.sumprod,[1.5,2],[3,4.25]); err(math.sumprod,[1],[2,3]); err(math.sumprod, [.1]*10,[.1]*10)
err(math.comb, 5, 2); err(math.comb, -1, 2); err(math.comb, 5, -2); err(math.perm, 5); err(math.perm, 5, 2); err(math.perm, 10**20, 3); err(math.comb, 10**20, 3); err(math.comb, 5.0, 2); err(math.comb, 200, 100)
err(math.factorial, 30); err(math.factorial, -1); err(math.factorial, 2.5); err(math.gcd); err(math.gcd, 12, 18, 27); err(math.lcm, 4, 6, 10); err(math.isqrt, 10**40); err(math.gcd, 0, 0); err(math.lcm); err(math.gcd, -4, 6)
err(math.isclose, .1+.2, .3); err(math.isclose, 1, 1.1, rel_tol=.2); err(math.isclose, 1, 1, rel_tol=-1); err(math.isclose, 1); err(math.isclose, 0, 1e-10, abs_tol=1e-9); err(math.isclose, 1,2,3)
err(math.sqrt); err(math.sqrt, 1, 2); err(math.pow, 1); err(math.log); err(math.log, 1,2,3); err(math.log, 8, 2); err(math.log, 100, 10); err(math.log, 2**2000); err(math.log2, 2**2000); err(math.log10, 10**500); err(math.log, 5, 1); err(math.log, 5, 0)
err(math.fma, 2, 3, 4); err(math.nextafter, 1, 2, steps=5); err(math.nextafter, 1, 2, steps=-1); err(math.ldexp, 1, 10**30); err(math.ldexp, 1, 2.0); err(math.copysign, 1, -0.0)
show(2**0.5, 10**-3, 1.1**10, 2.5**3.5, math.sqrt(2), 100**0.5, math.exp(1), math.sin(math.pi), math.cos(math.pi/3), math.atan2(1,2))
for i in range(1, 40): show(math.sin(i), math.cos(i*.7), math.exp(-i/3), math.log(i), i**.3, math.tan(i), math.log10(i), math.log2(i), math.atan(i), math.lgamma(i+.5), math.gamma(i/2))
