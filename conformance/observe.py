"""One case, in a fresh interpreter: imports its settings, lets Django load and check them, prints what came of it."""

import importlib
import importlib.abc
import importlib.machinery
import json
import os
import sys
import types

job = json.load(sys.stdin)
case = job["case"]
root = os.path.realpath(job["folder"])
start = os.path.join(root, case.get("directory", "")).rstrip("/")
settings_name = case.get("settings", "config.settings")
declared = set(case.get("declared", []))


class Placeholder:
    """Stands for whatever an installed package, which is not here, would have given."""

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def __call__(self, *args, **kwargs):
        return Placeholder(self._name + "()")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Placeholder(self._name + "." + name)

    def __setattr__(self, name, value):
        pass

    def __getitem__(self, key):
        return Placeholder(self._name + "[]")

    def __iter__(self):
        return iter(())

    def __bool__(self):
        return True

    def __str__(self):
        return "<placeholder %s>" % self._name

    __repr__ = __str__

    def __add__(self, other):
        return self

    __radd__ = __or__ = __ror__ = __truediv__ = __add__

    def __mro_entries__(self, bases):
        return (object,)


class PlaceholderModule(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Placeholder(self.__name__ + "." + name)


class Declared(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports of declared packages succeed; every other missing module is missing."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in declared:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return PlaceholderModule(spec.name)

    def exec_module(self, module):
        module.__path__ = []


def encode(value, depth=0):
    import datetime
    import pathlib
    import re

    def inside(other):
        return encode(other, depth + 1)

    if depth > 12:
        return {"$obj": "too deep"}
    if isinstance(value, (Placeholder, PlaceholderModule)):
        return {"$placeholder": str(value)}
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return {"$float": repr(value)}
    if isinstance(value, str):
        text = str.__str__(value)
        return {"$placeholder": text} if "<placeholder " in text else text.replace(root, "<ROOT>")
    if isinstance(value, bytes):
        return {"$bytes": value.decode("latin-1")}
    if isinstance(value, pathlib.PurePath):
        return {"$path": str(value).replace(root, "<ROOT>")}
    if isinstance(value, datetime.timedelta):
        return {"$timedelta": value.total_seconds()}
    if isinstance(value, dict):
        return {"$dict": [[inside(key), inside(item)] for key, item in value.items()]}
    if isinstance(value, list):
        return {"$list": [inside(item) for item in value]}
    if isinstance(value, tuple):
        return {"$tuple": [inside(item) for item in value]}
    if isinstance(value, (set, frozenset)):
        return {"$set": sorted((inside(item) for item in value), key=repr)}
    if isinstance(value, re.Pattern):
        return {"$re": value.pattern}
    if type(value).__name__ == "__proxy__":
        return str(getattr(value, "_args", None) and value._args[0] or value)
    if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, type)):
        return {"$callable": getattr(value, "__name__", "?")}
    return {"$obj": type(value).__module__ + "." + type(value).__name__}


def type_name(error):
    cls = type(error)
    return cls.__name__ if cls.__module__ == "builtins" else cls.__module__ + "." + cls.__name__


def described(error):
    place = None
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename  # `<frozen os>` for code that is no file
        if not name.startswith("<") and os.path.realpath(name).startswith(root + os.sep):
            place = {"path": os.path.realpath(name)[len(root) + 1 :], "line": trace.tb_lineno}
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename:
        place = {"path": os.path.realpath(error.filename).replace(root + os.sep, ""), "line": error.lineno}
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return {"type": type_name(error), "message": message.replace(root, "<ROOT>"), **(place or {"path": None, "line": None})}


def install_configurations():
    """What `configurations.setup()` does before the settings; gives the names that classes of the case write, as they come."""
    importlib.import_module("configurations.importer").install()
    from configurations.base import ConfigurationBase

    written = set()
    make = ConfigurationBase.__new__

    def note(cls, name, bases, attrs):
        written.update(attrs)
        for base in bases:
            written.update(name for one in base.__mro__ if not isinstance(one, ConfigurationBase) for name in vars(one))
        return make(cls, name, bases, attrs)

    ConfigurationBase.__new__ = note
    return written


def observe():
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"})
    os.environ.update(case.get("env", {}))
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_name
    os.chdir(start)
    sys.argv = ["gunicorn"]
    sys.dont_write_bytecode = True
    sys.path[:] = [start, *[path for path in sys.path if path and "site-packages" not in path], *job["paths"]]
    sys.meta_path.append(Declared())
    import warnings

    warnings.simplefilter("ignore")
    import django

    truth = {"python": "%d.%d" % sys.version_info[:2], "django": "%d.%d" % django.VERSION[:2]}
    try:
        written = install_configurations() if case.get("setup") == "configurations" else None
        module = importlib.import_module(settings_name)
    except BaseException as error:
        return {**truth, "startup": {"ok": False, "error": described(error)}, "settings": {}, "checks": []}
    from django.conf import global_settings, settings

    names = [name for name in dir(module) if name.isupper()]
    if written is not None:
        defaults = vars(global_settings)
        names = [name for name in names if name in written or name not in defaults or getattr(module, name) != defaults[name]]
    values = {name: encode(getattr(module, name)) for name in names}

    try:
        settings._setup()
    except BaseException as error:
        refused = {"type": type_name(error), "message": str(error), "path": None, "line": None}
        return {**truth, "startup": {"ok": False, "error": refused}, "settings": values, "checks": []}
    return {**truth, "startup": {"ok": True}, "settings": values, "checks": check_ids()}


def check_ids():
    from django.core.checks.registry import registry

    names = ["security.base", "security.csrf", "security.sessions", "security.csp", "caches", "translation"]
    names += ["async_checks", "files", "mail", "compatibility.django_4_0"]
    modules = set()
    for name in names:
        try:
            modules.add(importlib.import_module("django.core.checks." + name).__name__)
        except ImportError:
            pass
    ids = set()
    for check in registry.get_checks(include_deployment_checks=True):
        if check.__module__ not in modules:
            continue
        try:
            ids.update(message.id for message in check(app_configs=None) or [] if not message.is_silenced())
        except BaseException:
            pass  # a check that stops prints nothing
    return sorted(ids)


truth = observe()
sys.stdout = sys.__stdout__
sys.stdout.write("\n@@RECORDED@@" + json.dumps(truth))
sys.stdout.flush()
os._exit(0)
