import statistics as st
from statistics import mean, stdev, median, mode, StatisticsError
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(f.__name__, repr(f(*a, **k)))
    except Exception as e: print(f.__name__, type(e).__name__, e)
sets = [[1,2,3,4], [1,2,3], [1.5, 2.5, 4.0, 7.75], [0.1]*10, [1, 2.5], [5], [], [True, False, True], [10**30, 1], [1e308, 1e308], [-3, 4, -5.5], [3,1,2,2,3,3,1], (1,2), range(10), {1,5,9}, [2.0, 2.0], [0.1, 0.2, 0.3], [float('inf'), 1], [float('nan'), 1], ['a', 'b'], [1, 'a'], None]
for f in 'mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode stdev pstdev variance pvariance'.split():
    for s in sets:
        if f in ('stdev', 'pstdev') and s and 'nan' in repr(s) + 'inf' and ('inf' in repr(s) or 'nan' in repr(s)): continue
        err(getattr(st, f), s)
for m in ('inclusive', 'exclusive', 'bad'):
    for n in (4, 10, 1, 0, 2): err(st.quantiles, [5, 2.5, 8, 1, 9, 3], n=n, method=m)
err(st.quantiles, []); err(st.quantiles, [1]); err(st.quantiles, range(100)); err(st.fmean, [1,2,3], [1,2,3]); err(st.fmean, [1,2], [1]); err(st.fmean, [1,2], [0,0]); err(st.harmonic_mean, [40, 60], weights=[5, 30]); err(st.harmonic_mean, [1, 0]); err(st.harmonic_mean, [1, -1]); err(st.harmonic_mean, [1,2], weights=[1])
x, y = [1,2,3,4,5], [2,4.1,6,8.2,9.9]; err(st.covariance, x, y); err(st.correlation, x, y); err(st.correlation, x, [-v for v in y]); err(st.correlation, x, [1]*5); err(st.correlation, x, [3,1,2,5,5], method='ranked'); err(st.linear_regression, x, y); err(st.linear_regression, x, y, proportional=True); err(st.linear_regression, [1,1], [1,2]); err(st.covariance, [1], [1]); err(st.covariance, [1,2], [1]); sl, ic = st.linear_regression(x, y); show(sl, ic, st.linear_regression(x, y).slope)
err(st.variance, [1,2,3], 2); err(st.pvariance, [1.5,2.5], 2.0); err(st.stdev, [1,2,3,4], 2.5); err(st.variance, [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]); err(st.mean, iter([1,2,3])); err(st.median, iter([3,1])); err(st.mode, 'abracadabra'); err(st.multimode, 'aabbc'); err(st.median_grouped, [1,3,3,5,7], interval=2); err(st.mode, ['r','b','r']); err(st.mean); err(st.mean, x, y); err(st.geometric_mean, [54, 24, 36]); err(st.geometric_mean, [0, 1]); err(st.geometric_mean, [-1])
n = st.NormalDist(100, 15); show(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(110), n.inv_cdf(.95), n.inv_cdf(.5), n.inv_cdf(.001), n.quantiles(4), n.zscore(130), n + 5, n * 2, n - n, -n, n == st.NormalDist(100, 15), n.samples(3, seed=5), st.NormalDist.from_samples([1,2,3,4]), st.NormalDist(), 3 + n, 5 - n, n / 2, hash(n) == hash(st.NormalDist(100, 15))); err(st.NormalDist, 0, -1); err(n.inv_cdf, 1.5)
show(issubclass(StatisticsError, ValueError), StatisticsError.__name__, StatisticsError)
import random
random.seed(1); d = [random.gauss(50, 10) for _ in range(200)]; show(mean(d), stdev(d), median(d), st.variance(d), st.pstdev(d), st.fmean(d), st.quantiles(d, n=10), st.harmonic_mean(d), st.geometric_mean(d))
d = [random.randint(1, 100) for _ in range(99)]; show(mean(d), stdev(d), median(d), st.variance(d), st.pvariance(d), mode(d), st.multimode(d))
