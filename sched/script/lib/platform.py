# What the engine says that it runs on: nothing of the machine.


def python_version():
    return "3.13.0"


def python_version_tuple():
    return ("3", "13", "0")


def python_implementation():
    return "CPython"


def system():
    return "Linux"
