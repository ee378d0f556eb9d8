"""Asks CPython 3.13 what the tests of this package compare with.

Reads JSON strings, each a program, one to a line. Writes a line for each:
with "tree", the program's ast.dump with columns in code points (or "no tree"
and why); with "error",
what compile() says: ["ok"], or kind, message, line, column, end line, end
column, with 0 where there is no end; with "print", what CPython prints.
"""
import ast
import json
import os
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)


def tree(source):
    try:
        module = ast.parse(source)
    except SyntaxError as e:
        return f"no tree: {e}"
    lines = source.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    lines = [line.encode("utf-8", "surrogatepass") for line in lines]
    for node in ast.walk(module):
        for line, col in ("lineno", "col_offset"), ("end_lineno", "end_col_offset"):
            if hasattr(node, line) and getattr(node, line) <= len(lines):
                text = lines[getattr(node, line) - 1][: getattr(node, col)]
                setattr(node, col, len(text.decode("utf-8", "replace")))
    return ast.dump(module, include_attributes=True)


def error(source):
    try:
        compile(source, "x.py", "exec", dont_inherit=True)
    except SyntaxError as e:
        end = e.end_offset if e.end_offset and e.end_offset > 0 else 0
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno if end else 0, end]
    except BaseException as e:
        return [type(e).__name__, str(e), 0, 0, 0, 0]
    return ["ok"]


def printed(source):
    # Errors of the compiler show a line only of a file that exists.
    with open("x.py", "w", encoding="utf-8", newline="") as file:
        file.write(source)
    try:
        compile(source, "x.py", "exec", dont_inherit=True)
    except SyntaxError as e:
        return "".join(traceback.format_exception_only(e))
    return ""


ask = {"tree": tree, "error": error, "print": printed}[sys.argv[1]]
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for line in sys.stdin:
        print(json.dumps(ask(json.loads(line))), flush=True)
    os.chdir("/")
