"""Runs settings programs, one JSON line each from standard input, in a fork of a clean interpreter; answers one JSON line each.

A fork costs more than a program, so one runs several, with what programs usually touch put back in between; where a request says
"fresh", one of its own. A request is {"files": {path: text}, "env": {name: value}}; its settings module is `config.settings`. An answer is {"names": [[name, value], …]}
or {"error": {type, message, path, line}}, or {"skip": why} where the program took too long or too much. Values are exact:
None, True, False and strings as they are, everything else a list that begins with its type.
"""

import _sitebuiltins
import builtins
import collections
import contextlib
import copy
import datetime
import enum
import functools
import importlib
import importlib.util  # Django has it before any settings.
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
import site
import string
import sys
import types
import urllib.parse

ROOT = sys.argv[1]
SECONDS = 2
BYTES = 1 << 30
LARGEST = 1_000_000
PROGRAMS = 50  # that one fork runs

# `exit`, `quit` and the like are there wherever settings run, though no directory of packages is.
site.setquit()
site.setcopyright()
site.sethelper()


class TooLarge(Exception):
    pass


CALLABLES = (type, types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodWrapperType, types.WrapperDescriptorType,
             types.MethodDescriptorType, types.ClassMethodDescriptorType)


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
    if isinstance(value, collections.OrderedDict):  # its order is not that of the dict that it is
        return ["dict", [[inside(key), inside(item)] for key, item in collections.OrderedDict.items(value)]]
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
    if isinstance(value, CALLABLES):
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
    # Of a file, whose place is told beside it, the words alone.
    in_file = isinstance(error, SyntaxError) and (error.filename or "").startswith(ROOT + os.sep)
    message = error.msg if in_file else str(error)
    cls = type(error)
    name = cls.__qualname__ if cls.__module__ == "builtins" else cls.__module__ + "." + cls.__qualname__
    return {"type": name, "message": message, "absent": absent(error), **place}


def absent(error):
    """The words of an absent module that the error, or one that it came of, tells of."""
    while error:
        if isinstance(error, ModuleNotFoundError):
            return str(error)
        error = error.__cause__ or error.__context__
    return None


def lay_out(files):
    for path, text in files.items():
        place = os.path.join(ROOT, path)
        if not os.path.isdir(os.path.dirname(place)):
            os.makedirs(os.path.dirname(place))
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


def begin():
    """What a fork needs once."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    os.chdir(ROOT)
    sys.stdout = sys.stderr = io.StringIO()
    sys.addaudithook(guard)


class Clean:
    """The state of an interpreter before the first program, as far as programs usually change it."""

    def __init__(self):
        self.modules = dict(sys.modules)
        self.path = list(sys.path)
        self.names = {name: dict(vars(module)) for name, module in sys.modules.items()}
        self.recursion = sys.getrecursionlimit()

    def restore(self):
        for name in [name for name in sys.modules if name not in self.modules]:
            del sys.modules[name]
        sys.modules.update(self.modules)
        sys.path[:] = self.path
        sys.path_importer_cache.clear()
        sys.setrecursionlimit(self.recursion)
        for name, kept in self.names.items():
            names = vars(self.modules[name])
            same = len(names) == len(kept) and all(kept.get(key, self) is value for key, value in names.items())
            if not same and name != "__main__":
                names.clear()
                names.update(kept)


def run(request):
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, resource.RLIM_INFINITY))
    lay_out(request["files"])
    os.environ.clear()
    module = {"DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"} | module)
    os.environ.update(request["env"] | module)
    sys.argv = ["gunicorn"]
    sys.path.insert(0, ROOT)
    try:
        module = importlib.import_module("config.settings")
    except (MemoryError, RecursionError) as error:
        return {"skip": type(error).__name__}
    except BaseException as error:
        return {"error": described(error)}
    return {"names": [[name, encode(value)] for name, value in vars(module).items() if not name.startswith("__")]}


def answer_of(request):
    try:
        text = json.dumps(run(request))
    except BaseException as error:  # what the program left behind made its own description fail
        text = json.dumps({"skip": "%s while it was described" % type(error).__name__})
    return text if len(text) <= LARGEST else '{"skip": "too large"}'


def serve(requests, answers):
    """In the fork: answer requests until there are no more."""
    begin()
    clean = Clean()
    for line in requests:
        data = answer_of(json.loads(line)).encode() + b"\n"
        clean.restore()
        while data:
            data = data[os.write(answers, data) :]


class Fork:
    """A fork that runs programs."""

    def __init__(self):
        taken, self.requests = os.pipe()
        self.answers, given = os.pipe()
        self.served = 0
        self.child = os.fork()
        if self.child == 0:
            try:
                os.close(self.requests)
                os.close(self.answers)
                # Programs that read their input must not take what is asked next.
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                sys.stdin = open(0)
                serve(open(taken, "rb"), given)
            finally:
                os._exit(0)
        os.close(taken)
        os.close(given)

    def ask(self, line):
        """The answer to a request, or None where it took too long or ended the fork."""
        self.served += 1
        data = line.encode() + b"\n"
        while data:
            data = data[os.write(self.requests, data) :]
        parts = []
        while not (parts and parts[-1].endswith(b"\n")):
            ready, _, _ = select.select([self.answers], [], [], SECONDS + 1)
            part = os.read(self.answers, 1 << 16) if ready else b""
            if not part:
                return None
            parts.append(part)
        return json.loads(b"".join(parts))

    def end(self):
        os.close(self.requests)
        os.close(self.answers)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


class Forks:
    """The fork under way, a new one where it is used up."""

    def __init__(self):
        self.fork = None

    def end(self):
        if self.fork:
            self.fork.end()
        self.fork = None

    def ask(self, line):
        fresh = json.loads(line).get("fresh")
        if self.fork and (fresh or self.fork.served >= PROGRAMS):
            self.end()
        self.fork = self.fork or Fork()
        answer = self.fork.ask(line)
        if fresh or answer is None or "skip" in answer:
            self.end()
        return answer or {"skip": "it took too long or too much"}


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
    # Without `site`, which takes long, its builtins are not there.
    for name in ("quit", "exit"):
        setattr(builtins, name, _sitebuiltins.Quitter(name, "Ctrl-D (i.e. EOF)"))
    builtins.help = _sitebuiltins._Helper()
    builtins.license = _sitebuiltins._Printer("license", "")
    builtins.copyright = _sitebuiltins._Printer("copyright", "")
    builtins.credits = _sitebuiltins._Printer("credits", "")
    sys.path[:] = [path for path in sys.path if path and "site-packages" not in path and not path.endswith("/fuzz")]
    gc.freeze()
    print(json.dumps({"python": sys.version_info[:2]}), flush=True)
    forks = Forks()
    for line in sys.stdin:
        answer = forks.ask(line.rstrip("\n"))
        clear()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    forks.end()


if __name__ == "__main__":
    main()
