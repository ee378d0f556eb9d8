def clauses(e):
    try:
        raise e
    except ValueError:
        return 1
    except (KeyError,
            TypeError) as x:
        return 2
    except:
        n = 3
    else:
        n = 4
    finally:
        n = 5
    return n


clauses(ValueError())
clauses(KeyError())
clauses(OSError())


def blocks():
    try:
        n = 1
    except ValueError:
        pass
    else:
        n = 4
    finally:
        n = 5
    for i in range(2):
        try:
            if i: break
        finally:
            n = 1
    try:
        return n
    finally:
        n = 2


blocks()


def nested():
    try:
        try:
            1 / 0
        finally:
            n = 1
    except ZeroDivisionError: n = 2
    try:
        try:
            raise KeyError
        except ValueError:
            pass
    except KeyError as e:
        n = e
    try:
        raise ExceptionGroup("two", [ValueError(), KeyError()])
    except* ValueError:
        n = 1
    except* KeyError as e:
        n = 2
    return n


nested()


def failing(n):
    while n / n:
        n -= 1


try:
    failing(2)
except ZeroDivisionError:
    pass
