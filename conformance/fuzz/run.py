"""Runs settings programs, one JSON line each from standard input, every one in a fork of a clean interpreter; answers one JSON line each.

A request is {"files": {path: text}, "env": {name: value}}; its settings module is `config.settings`. An answer is {"names": [[name, value], …]}
or {"error": {type, message, path, line}}, or {"skip": why} where the program took too long or too much. Values are exact:
None, True, False and strings as they are, everything else a list that begins with its type.
"""

import collections
import contextlib
import copy
import datetime
import enum
import functools
import importlib
import io
import itertools
import json
import math
import operator
import os
import pathlib
import re
import resource
import select
import shutil
import signal
import string
import sys
import types
import urllib.parse

ROOT = sys.argv[1]
SECONDS = 2
BYTES = 1 << 30
LARGEST = 1_000_000


class TooLarge(Exception):
    pass


def encode(value, depth=0):
    def inside(other):
        return encode(other, depth + 1)

    if depth > 25:
        return ["deep"]
    if value is None or value is True or value is False:
        return value
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", repr(float(value))]
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bytes):
        return ["bytes", value.decode("latin-1")]
    if isinstance(value, pathlib.PurePath):
        return ["path", str(value)]
    if isinstance(value, datetime.timedelta):
        return ["timedelta", repr(value.total_seconds())]
    if isinstance(value, dict):
        return ["dict", [[inside(key), inside(item)] for key, item in dict.items(value)]]
    if isinstance(value, list):
        return ["list", [inside(item) for item in list.__iter__(value)]]
    if isinstance(value, tuple):
        return ["tuple", [inside(item) for item in tuple.__iter__(value)]]
    if isinstance(value, (set, frozenset)):
        return ["set", [inside(item) for item in value]]
    if isinstance(value, re.Pattern):
        return ["re", value.pattern if isinstance(value.pattern, str) else repr(value.pattern)]
    if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)):
        return ["callable", str(getattr(value, "__name__", "?"))]
    return ["object", type(value).__qualname__]


def described(error):
    place = {"path": None, "line": None}
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(ROOT + os.sep):
            place = {"path": name[len(ROOT) + 1 :], "line": trace.tb_lineno}
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(ROOT + os.sep):
        place = {"path": error.filename.replace(ROOT + os.sep, ""), "line": error.lineno}
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    cls = type(error)
    name = cls.__qualname__ if cls.__module__ == "builtins" else cls.__module__ + "." + cls.__qualname__
    return {"type": name, "message": message, **place}


def lay_out(files):
    for path, text in files.items():
        place = os.path.join(ROOT, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(text)


FORBIDDEN = ("os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "os.fork",
             "os.exec", "os.system", "os.posix_spawn", "os.spawn", "subprocess.Popen", "socket.connect", "socket.bind", "shutil.rmtree", "ctypes.dlopen")


def guard(event, args):
    """Programs are made by chance: what would reach beyond their own directory ends them."""
    if event in FORBIDDEN:
        os._exit(3)
    if event in ("open", "os.mkdir") and isinstance(args[0], str):
        writes = event == "os.mkdir" or args[2] & (os.O_WRONLY | os.O_RDWR)
        if writes and not os.path.abspath(args[0]).startswith(ROOT + os.sep):
            os._exit(3)


def run(request):
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    lay_out(request["files"])
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"})
    os.environ.update(request["env"])
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.chdir(ROOT)
    sys.argv = ["gunicorn"]
    sys.path.insert(0, ROOT)
    sys.stdout = sys.stderr = io.StringIO()
    sys.addaudithook(guard)
    try:
        module = importlib.import_module("config.settings")
    except (MemoryError, RecursionError) as error:
        return {"skip": type(error).__name__}
    except BaseException as error:
        return {"error": described(error)}
    return {"names": [[name, encode(value)] for name, value in vars(module).items() if not name.startswith("__")]}


def answer_in_child(request, pipe):
    try:
        answer = run(request)
    except BaseException as error:  # what the program left behind made its own description fail
        answer = {"skip": "%s while it was described" % type(error).__name__}
    try:
        text = json.dumps(answer)
    except BaseException as error:
        text = json.dumps({"skip": type(error).__name__})
    if len(text) > LARGEST:
        text = '{"skip": "too large"}'
    data = text.encode()
    while data:
        data = data[os.write(pipe, data) :]


def ask_child(request):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            answer_in_child(request, writing)
        finally:
            os._exit(0)
    os.close(writing)
    parts = []
    while True:
        ready, _, _ = select.select([reading], [], [], SECONDS + 1)
        part = os.read(reading, 1 << 16) if ready else b""
        if not part:
            break
        parts.append(part)
    os.close(reading)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        return json.loads(b"".join(parts))
    except ValueError:
        return {"skip": "it took too long or too much"}


def clear():
    for entry in os.scandir(ROOT):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)


def main():
    import gc
    import warnings

    warnings.simplefilter("ignore")
    sys.dont_write_bytecode = True
    sys.path[:] = [path for path in sys.path if path and "site-packages" not in path and not path.endswith("/fuzz")]
    gc.freeze()
    print(json.dumps({"python": sys.version_info[:2]}), flush=True)
    for line in sys.stdin:
        answer = ask_child(json.loads(line))
        clear()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
