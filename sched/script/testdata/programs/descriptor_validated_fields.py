import asyncio


class Validated:
    def __set_name__(self, owner, name):
        self.public = name
        self.private = "_" + name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.private)

    def __set__(self, instance, value):
        setattr(instance, self.private, self.check(value))

    def __delete__(self, instance):
        raise AttributeError(f"{self.public} cannot be deleted")

    def check(self, value):
        raise NotImplementedError


class Positive(Validated):
    def check(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f"{self.public} must be a number, not {type(value).__name__}")
        if value <= 0:
            raise ValueError(f"{self.public} must be positive, not {value!r}")
        return value


class OneOf(Validated):
    def __init__(self, *options):
        self.options = set(options)

    def check(self, value):
        if value not in self.options:
            raise ValueError(f"{self.public} must be one of {sorted(self.options)}, not {value!r}")
        return value


class Parcel:
    weight = Positive()
    size = OneOf("small", "medium", "large")

    def __init__(self, weight, size):
        self.weight = weight
        self.size = size

    @property
    def price(self):
        return self.weight * {"small": 1, "medium": 2, "large": 3}[self.size]

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


async def ship(*args):
    await asyncio.sleep(0.1)
    return Parcel(*args)


async def main():
    orders = [(2, "small"), (0, "large"), ("3", "small"), (1.5, "huge"), (2.5, "large")]
    results = await asyncio.gather(*(ship(*o) for o in orders), return_exceptions=True)
    for order, result in zip(orders, results):
        print(f"{str(order):<16} {result!r}")
    good = [r for r in results if isinstance(r, Parcel)]
    print(sum(p.price for p in good), Parcel.fields, type(Parcel.weight).__name__)
    p = good[0]
    try:
        p.price = 10
    except AttributeError as e:
        print("AttributeError:", e)
    try:
        del p.weight
    except AttributeError as e:
        print("AttributeError:", e)
    try:
        print(p.colour)
    except AttributeError as e:
        print("AttributeError:", e, e.name, e.obj is p)
    print(vars(p), p.__dict__.keys() == {"_weight", "_size"})


asyncio.run(main())
