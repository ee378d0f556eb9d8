import math
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, +z, z * 2, 2 * z, z / (1 - 1j), z ** 2, z ** -1, z ** 0.5, (-8) ** (1 / 3), (-1) ** 0.5, z == 3 + 4j, z == 3, (5 + 0j) == 5, hash(5 + 0j) == hash(5), bool(0j), bool(1j), 1j, -1j, 1 - 0j, complex(-0.0, -0.0), complex(0, -1), complex(1.5, 2), complex("1+2j"), complex("-j"), complex("3"), complex(" (1e3-2.5j) "), complex(), complex(imag=2), complex(1j, 1j), complex(real=3))
print(f"{z}", f"{z:.2f}", f"{z:>12}", f"{z:+.1e}", f"{1j:.3}", f"{z!r:>10}", str(z), repr([z, 1j]), "%s" % z, f"{z:g}", f"{complex(1.5, -2):.1f}", f"{0j}", f"{2j:10}|")
for f in (lambda: z < 1, lambda: z // 2, lambda: z % 2, lambda: int(z), lambda: float(z), lambda: 1j / 0, lambda: round(z), lambda: complex("x"), lambda: complex("1", 2), lambda: complex([]), lambda: math.sqrt(z), lambda: 0j ** -1, lambda: divmod(z, 1), lambda: f"{z:d}", lambda: f"{z:05}", lambda: complex(1, "2"), lambda: z + "a", lambda: [1][z], lambda: range(z), lambda: ~z, lambda: sorted([z, 1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sum([1j, 2, 3.5]), sum([z] * 3, 0j), {z: "k"}[3 + 4j], isinstance(z, complex), type(z), complex, z != 2, [z, 2] == [3 + 4j, 2], max([z, 1j], key=abs), all([z]), 1j * 1j, True + 1j, (1 + 2j) * (3 - 1j), 1e300 * 1e10j, complex("inf"), complex("nan+infj"), (2 + 1j) ** (1 - 1j), 2 ** 1j, 1j ** 1j, z - 1, 10 - z, 1 / z)
class C:
    def __complex__(self): return 9j
print(complex(C()))
def dft(x):
    import math
    n = len(x)
    return [sum(x[k] * (math.cos(2 * math.pi * i * k / n) - 1j * math.sin(2 * math.pi * i * k / n)) for k in range(n)) for i in range(n)]
print([f"{c:.3f}" for c in dft([1, 2, 3, 4])])
def mandel(c, n=30):
    z = 0
    for i in range(n):
        z = z * z + c
        if abs(z) > 2: return i
    return n
for y in range(-6, 7, 2): print("".join(" .:-=+*#%@"[mandel(complex(x / 10, y / 6)) // 4 % 10] for x in range(-20, 6)))
class B:
    shared = {}
    def __init__(self): self.__dict__ = self.shared
a, b = B(), B(); a.x = 5; print(b.x, a is b, a.__dict__ is b.__dict__, B.shared)
