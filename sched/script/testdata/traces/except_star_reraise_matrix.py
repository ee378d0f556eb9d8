def t(errors, *raisers):
    try:
        try:
            raise ExceptionGroup("g", errors)
        except* ValueError as eg:
            raisers[0](eg)
        except* TypeError as eg:
            raisers[1](eg)
    except BaseException as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__))
        if isinstance(e, BaseExceptionGroup):
            for x in e.exceptions:
                print("   ", repr(x), repr(x.__cause__), repr(x.__context__))
    else:
        print("nothing")
def new(eg): raise KeyError("new")
def newg(eg): raise ExceptionGroup("ng", [OSError(1)]) from eg
def again(eg): raise eg
def bare(eg): raise
def ok(eg): pass
for errs in ([ValueError(1)], [ValueError(1), TypeError(2)], [ValueError(1), TypeError(2), OSError(3)], [OSError(3)]):
    for a in (new, newg, again, bare, ok):
        for b in (new, again, bare, ok):
            print(len(errs), a.__name__, b.__name__, end=" ")
            t(errs, a, b)
