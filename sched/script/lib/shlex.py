# Splitting as a shell does, after Lib/shlex.py of CPython 3.13.

import re

from _lib import refuse

_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        refuse("the argument posix of split is")
    words, word, quoted = [], "", False
    state, before, at = " ", " ", 0   # " ": between words, "a": in one, or the quote or escape that is open
    while at < len(s):
        c = s[at]
        at += 1
        if state in "'\"":
            quoted = True
            if c == state:
                state = "a"
            elif c == "\\" and state == '"':
                before, state = state, c
            else:
                word += c
        elif state == "\\":
            if before in "'\"" and c != state and c != before:
                word += state
            word += c
            state = before
        elif c in " \t\r\n" or comments and c == "#":
            if c == "#":
                end = s.find("\n", at)
                at = len(s) if end < 0 else end + 1
            if word or quoted:
                words.append(word)
                word, quoted = "", False
            state = " "
        elif c in "'\"":
            state = c
        elif c == "\\":
            before, state = "a", c
        else:
            word += c
            state = "a"
    if state in "'\"":
        raise ValueError("No closing quotation")
    if state == "\\":
        raise ValueError("No escaped character")
    if word or quoted:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(arg) for arg in split_command)
