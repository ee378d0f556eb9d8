import asyncio, traceback
COUNTER = 1
class Shop:
    def __init__(self):
        self.price = 3
        self._secret = 1
    def total(self):
        return pric
    def hidden(self):
        return self.secret
    def bare(self):
        return price
def deep(argument):
    value_one = argument
    def inner():
        return [valu_one for _ in range(argument)]
    return inner()
class Guarded:
    def __getattr__(self, name):
        raise AttributeError(f"no {name}", name=name, obj=self)
    color = 1
async def main():
    shop = Shop()
    actions = [lambda: COUNTR, lambda: shop.pric, shop.total, shop.hidden, shop.bare, lambda: shop.secret, lambda: time.sleep(1), lambda: pritn(), lambda: "abc".uper(), lambda: [].appendd(1),
               lambda: asyncio.slep(1), lambda: None.foo, lambda: deep(3), lambda: jsn, lambda: datetim, lambda: strng, lambda: Guarded().colour, lambda: xyzzy, lambda: (1).bit_lenght(), lambda: Shop.totl, lambda: asyncio.Queue().get_now()]
    for action in actions:
        try:
            action()
        except (NameError, AttributeError) as e:
            print(traceback.format_exc().splitlines()[-1], "|", str(e))
            print("  ", traceback.format_exception_only(e)[-1].strip(), "|", traceback.TracebackException.from_exception(e))
    def unbound():
        print(valeu)
        valeu = 1
    try:
        unbound()
    except NameError as e:
        print(traceback.format_exc().splitlines()[-1])
    try:
        raise NameError("by hand", name="sy")
    except NameError as e:
        print(traceback.format_exc().splitlines()[-1])
asyncio.run(main())
