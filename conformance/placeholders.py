"""What stands in for packages that are not here, so that settings which import them can be run all the same."""

import ast
import functools
import importlib.abc
import importlib.machinery
import sys
import types

# What a placeholder says where Python wants a plain answer of it: a run with the other answers shows which values hang on them.
ANSWERS = {"usual": {"truth": True, "number": 1}, "other": {"truth": False, "number": 0}}
answers = ANSWERS["usual"]
asked = set()


def answer(kind):
    asked.add(kind)
    return answers[kind]


class Placeholder:
    """Stands for whatever an installed package, which is not here, would have given."""

    __bases__ = ()  # so that it can be asked whether it is made from a class, as logging asks of a handler

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def __call__(self, *args, **kwargs):
        if any(isinstance(arg, dict) and "__spec__" in arg for arg in args):
            asked.add("namespace")  # `django_heroku.settings(locals())`
        return Placeholder(self._name + "()")

    def __getattr__(self, name):
        if name.startswith("__") and name != "__members__":  # of an enum
            raise AttributeError(name)
        return Placeholder(self._name + "." + name)

    def __setattr__(self, name, value):
        pass

    def __getitem__(self, key):
        return Placeholder(self._name + "[]")

    def __setitem__(self, key, value):
        pass

    def __iter__(self):
        asked.add("items")
        return iter(())

    def __bool__(self):
        return answer("truth")

    def __len__(self):
        return answer("number")

    def __int__(self):
        return answer("number")

    def __float__(self):
        return float(answer("number"))

    def __contains__(self, item):
        return answer("truth")

    def __lt__(self, other):
        return answer("truth")

    __gt__ = __le__ = __ge__ = __lt__

    def __eq__(self, other):
        return self is other or (not isinstance(other, Placeholder) and other is not None and not answer("truth"))

    def __hash__(self):
        return id(self)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def __str__(self):
        return "<placeholder %s>" % self._name

    __repr__ = __fspath__ = __str__

    def __add__(self, other):
        return self

    __radd__ = __or__ = __ror__ = __and__ = __rand__ = __sub__ = __rsub__ = __add__
    __mul__ = __rmul__ = __mod__ = __truediv__ = __rtruediv__ = __floordiv__ = __add__

    def __neg__(self):
        return self

    def __instancecheck__(self, value):
        return isinstance(value, Placeholder)

    __subclasscheck__ = __instancecheck__

    def __mro_entries__(self, bases):
        return (type(self._name, (PlaceholderBase,), {}),)


class PlaceholderBase:
    """Stands for a class that a project's class is made from."""

    def __init__(self, *args, **kwargs):
        pass

    def __init_subclass__(cls, **kwargs):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Placeholder(type(self).__name__ + "." + name)


class PlaceholderModule(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)
        return Placeholder(self.__name__ + "." + name)


class Declared(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports of declared packages succeed. Every other module that is not here is missing, or is so only where a handler waits for that."""

    def __init__(self, names, others_missing=True):
        self.names = names
        self.others_missing = others_missing
        self.waited_for = set()

    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        if top not in self.names:
            if self.others_missing or top in sys.stdlib_module_names or top == "django":
                return None
            if top in sys.modules and not isinstance(sys.modules[top], PlaceholderModule):
                return None
            if is_waited_for():
                self.waited_for.add(top)
                return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return PlaceholderModule(spec.name)

    def exec_module(self, module):
        module.__path__ = []


def is_waited_for():
    """Whether code that is running now would go on if the import failed, or only asks whether it can succeed."""
    frame = sys._getframe(2)
    while frame and not frame.f_code.co_filename.endswith("/observe.py"):
        name = frame.f_code.co_filename
        if name.endswith(("importlib/util.py", "<frozen importlib.util>")):
            return True
        # `logging.config` catches the error to say it in other words.
        if not name.startswith("<") and not name.endswith("logging/config.py"):
            if any(start <= frame.f_lineno <= end for start, end in guarded_lines(name)):
                return True
        frame = frame.f_back
    return False


GUARDS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


@functools.cache
def guarded_lines(path):
    """The lines of a file in which a failing import is caught."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and any(catches(handler) for handler in node.handlers):
            found.append((node.body[0].lineno, node.body[-1].end_lineno))
        if isinstance(node, ast.With) and any(suppresses(item.context_expr) for item in node.items):
            found.append((node.body[0].lineno, node.body[-1].end_lineno))
    return found


def catches(handler):
    return handler.type is None or names_a_guard(handler.type)


def suppresses(call):
    return isinstance(call, ast.Call) and names_a_guard(call.func, {"suppress"}) and any(map(names_a_guard, call.args))


def names_a_guard(node, names=GUARDS):
    if isinstance(node, ast.Tuple):
        return any(names_a_guard(one, names) for one in node.elts)
    return (getattr(node, "id", None) or getattr(node, "attr", None)) in names
