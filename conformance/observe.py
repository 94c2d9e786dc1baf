"""One case, in a fresh interpreter: imports its settings, lets Django load and check them, prints what came of it."""

import importlib
import json
import os
import sys
import types

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # which `python -I` leaves out
import placeholders
from check_ids import check_ids, prepare, stand_in_for_pytz
from environment import ENVIRONMENT
from placeholders import Declared, Placeholder, PlaceholderModule

del sys.modules["check_ids"], sys.modules["environment"], sys.modules["placeholders"], sys.path[0]

job = json.load(sys.stdin)
case = job["case"]
root = os.path.realpath(job["folder"])
start = os.path.join(root, case.get("directory", "")).rstrip("/")
settings_name = case.get("settings", "config.settings")
# What a real project imports counts as installed (`projects/compare.py`); what a case imports has to be declared.
packages = Declared(set(case.get("declared", [])), others_missing=not case.get("installed", False))
placeholders.answers = placeholders.ANSWERS[case.get("answers", "usual")]


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
    if isinstance(value, int) and abs(value) >= 2**53:  # what reads JSON may have floats only
        return {"$int": str(int(value))}
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
        function, args = value.__reduce__()[1][:2]
        if function.__name__ == "reverse":  # which asks the URLs, and they import the project's views
            return {"$placeholder": str(args)}
        return str(args[0] if args else value)  # a text that is to be translated, which only loaded applications can be asked for
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
    of_file = isinstance(error, SyntaxError) and error.filename and not error.filename.startswith("<")
    if of_file:
        place = {"path": os.path.realpath(error.filename).replace(root + os.sep, ""), "line": error.lineno}
    message = error.msg if of_file else str(error)
    return {"type": type_name(error), "message": message.replace(root, "<ROOT>"), **(place or {"path": None, "line": None})}


def install_configurations():
    """What `configurations.setup()` does before the settings; gives the names that each class of the case writes, as they come."""
    importlib.import_module("configurations.importer").install()
    from configurations.base import ConfigurationBase

    written = {}
    make = ConfigurationBase.__new__

    def note(cls, name, bases, attrs):
        made = make(cls, name, bases, attrs)
        written[made] = set(attrs)  # without Django's defaults, which every class is given as well
        return made

    ConfigurationBase.__new__ = note
    return written


def written_by_chosen(module, written):
    """The names that the chosen class and those it is made from write."""
    from configurations.base import ConfigurationBase

    bases = getattr(module, os.environ["DJANGO_CONFIGURATION"]).__mro__
    return {name for one in bases for name in (written.get(one, ()) if isinstance(one, ConfigurationBase) else vars(one))}


def observe():
    os.environ.clear()
    os.environ.update({**ENVIRONMENT, **case.get("env", {})})
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_name
    os.chdir(start)
    sys.argv = ["gunicorn"]
    sys.path[:] = [start, *[path for path in sys.path if path and "site-packages" not in path], *job["paths"]]
    sys.meta_path.append(packages)
    import warnings

    warnings.simplefilter("ignore")
    import django

    truth = {"python": "%d.%d" % sys.version_info[:2], "django": "%d.%d" % django.VERSION[:2]}
    try:
        written = install_configurations() if case.get("setup") == "configurations" else None
        module = importlib.import_module(settings_name)
    except BaseException as error:
        return {**truth, "startup": {"ok": False, "error": described(error)}, "settings": {}, "checks": [], "silenced": []}
    from django.conf import global_settings

    names = [name for name in dir(module) if name.isupper()]
    if written is not None:
        defaults = vars(global_settings)
        written = written_by_chosen(module, written)
        names = [name for name in names if name in written or name not in defaults or getattr(module, name) != defaults[name]]
    values = {name: encode(value_of(module, name)) for name in names}
    # Django's own object holds the module's values, which are those of the object that has taken its place.
    sys.modules["django.conf"] = django.conf

    try:
        set_up()
    except BaseException as error:
        refused = {"type": type_name(error), "message": str(error), "path": None, "line": None}
        return {**truth, "startup": {"ok": False, "error": refused}, "settings": values, "checks": [], "silenced": []}
    prepare()
    shown, silenced = check_ids()
    return {**truth, "startup": {"ok": True}, "settings": values, "checks": shown, "silenced": silenced}


def value_of(module, name):
    """What Django would see, which is not the module's value where dynaconf has taken the place of Django's settings."""
    if case.get("setup") != "dynaconf":
        return getattr(module, name)
    return getattr(sys.modules["django.conf"].settings, name, getattr(module, name))


def set_up():
    """What `django.setup()` and a server do with settings alone: all but importing the applications and the middleware."""
    stand_in_for_pytz()
    from django.apps.config import AppConfig
    from django.apps.registry import Apps
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import set_script_prefix
    from django.utils.log import configure_logging
    from django.utils.module_loading import import_string

    settings._setup()
    try:
        configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    except ValueError as error:
        made = case.get("installed") and isinstance(error.__cause__, TypeError)  # of a stand-in for a package's handler
        if not made and not isinstance(error.__cause__, OSError):  # a file or a socket that this machine lacks
            raise
    set_script_prefix("/" if settings.FORCE_SCRIPT_NAME is None else settings.FORCE_SCRIPT_NAME)
    for entry in settings.INSTALLED_APPS:
        if is_no_text(entry):
            AppConfig.create(entry)
    if len(set(settings.INSTALLED_APPS)) < len(settings.INSTALLED_APPS):
        try:
            Apps(settings.INSTALLED_APPS)
        except ImproperlyConfigured as error:
            if "aren't unique" in str(error):
                raise
    for entry in reversed(list(settings.MIDDLEWARE or ())):
        if is_no_text(entry):
            import_string(entry)


def is_no_text(entry):
    """Whether nothing with such a name can be imported; an object of a package may be one that stands for a text."""
    return not isinstance(entry, str) and type(entry).__module__ == "builtins"


truth = observe()
if case.get("installed"):
    truth.update(asked=sorted(placeholders.asked), waitedFor=sorted(packages.waited_for))
sys.stdout = sys.__stdout__
sys.stdout.write("\n@@RECORDED@@" + json.dumps(truth))
sys.stdout.flush()
os._exit(0)
