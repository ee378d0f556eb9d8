import asyncio
import functools


class LazyAttribute:
    def __init__(self, loader):
        self.loader = loader

    def __set_name__(self, owner, name):
        self.name = "_lazy_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        task = instance.__dict__.get(self.name)
        if task is None:
            task = instance.__dict__[self.name] = asyncio.ensure_future(self.loader(instance))
        return task


class Profile:
    loads = 0

    def __init__(self, user):
        self.user = user

    @LazyAttribute
    async def avatar(self):
        Profile.loads += 1
        await asyncio.sleep(0.3)
        return f"<img {self.user}>"

    @property
    async def friends(self):
        await asyncio.sleep(0.1)
        return [self.user + "-friend"]

    @functools.cached_property
    def upper(self):
        print("computing upper")
        return self.user.upper()


class AsyncInit:
    def __init__(self, x):
        self.x = x
        self.ready = False

    async def _setup(self):
        await asyncio.sleep(0.2)
        self.ready = True
        return self

    def __await__(self):
        return self._setup().__await__()


class Meter:
    def __init__(self, unit):
        self.unit = unit

    def __set_name__(self, owner, name):
        self.private = f"__{name}"

    def __get__(self, obj, cls):
        return f"{getattr(obj, self.private)} {self.unit}"

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{value} {self.unit}?")
        setattr(obj, self.private, value)


class Car:
    speed = Meter("km/h")
    fuel = Meter("l")

    def __init__(self):
        self.speed, self.fuel = 0, 40


async def main():
    p = Profile("ann")
    print(await asyncio.gather(p.avatar, p.avatar), await p.avatar, Profile.loads)
    print(await p.friends, p.upper, p.upper, "upper" in vars(p))
    a = await AsyncInit(5)
    print(a.ready, a.x, type(Profile.avatar).__name__)
    car = Car()
    car.speed = 50
    print(car.speed, car.fuel, sorted(vars(car)))
    try:
        car.fuel = -1
    except ValueError as e:
        print(e)
    try:
        del car.speed
    except AttributeError as e:
        print("AttributeError", e)
    try:
        p.user2
    except AttributeError as e:
        print(e)


asyncio.run(main())
