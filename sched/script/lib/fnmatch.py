# Patterns of file names, after Lib/fnmatch.py of CPython 3.13, on a system
# where the case of letters counts in them.

import functools
import re


def _checked(name):
    if not isinstance(name, (str, bytes)):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(name).__name__}")
    return name


def fnmatch(name, pat):
    return fnmatchcase(_checked(name), _checked(pat))


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def filter(names, pat):
    match = _matcher(_checked(pat))
    return [name for name in names if match(name)]


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    return re.compile(translate(pat)).match


def translate(pat):
    parts = []   # None stands for *
    at = 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if parts[-1:] != [None]:
                parts.append(None)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            first = at + 1 if pat[at:at + 1] == "!" else at
            end = pat.find("]", first + 1)
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_letters(pat[at:end]))
                at = end + 1
        else:
            parts.append(re.escape(c))
    return f"(?s:{_joined(parts)})\\Z"


def _letters(inside):
    # What stands between brackets, as a class of letters. A range that ends
    # before it begins has none.
    if "-" not in inside:
        text = inside.replace("\\", r"\\")
    else:
        chunks, begin = [], 0
        k = 2 if inside[0] == "!" else 1
        while (k := inside.find("-", k)) >= 0:
            chunks.append(inside[begin:k])
            begin, k = k + 1, k + 3
        if begin < len(inside):
            chunks.append(inside[begin:])
        else:
            chunks[-1] += "-"
        for k in reversed(range(1, len(chunks))):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1:k + 1] = [chunks[k - 1][:-1] + chunks[k][1:]]
        text = "-".join(c.replace("\\", r"\\").replace("-", r"\-") for c in chunks)
    text = re.sub(r"([&~|])", r"\\\1", text)
    if text in ("", "!"):
        return "." if text else "(?!)"
    if text[0] == "!":
        text = "^" + text[1:]
    elif text[0] in "^[":
        text = "\\" + text
    return f"[{text}]"


def _joined(parts):
    pieces, run = [], []   # what stands between stars
    for part in parts:
        if part is None:
            pieces.append("".join(run))
            run = []
        else:
            run.append(part)
    pieces.append("".join(run))
    first, *between = pieces
    if not between:
        return first
    *between, last = between
    return first + "".join(f"(?>.*?{p})" for p in between) + ".*" + last
