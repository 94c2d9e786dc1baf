# note: `importlib.util` is there for whoever imports `importlib` alone: Django has imported it.
import importlib

HAS_JSON = importlib.util.find_spec("json") is not None
