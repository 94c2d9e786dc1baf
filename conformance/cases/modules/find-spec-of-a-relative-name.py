# note: `find_spec` asks for the package of a relative name in words of its own.
# unknown: PATHS
import importlib
from importlib.util import find_spec


def refused(function, *arguments):
    try:
        return function(*arguments) is None
    except (ImportError, TypeError, AttributeError) as error:
        return [type(error).__name__, str(error)]


NO_PACKAGE = [refused(find_spec, ".local", package) for package in (None, "", 5)]
NO_TEXT = [refused(find_spec, 5), refused(find_spec, b"os"), refused(importlib.import_module, b"os")]
IMPORTED = [refused(importlib.import_module, ".local"), refused(importlib.import_module, ".local", "")]
PATHS = find_spec("os.path") is None
