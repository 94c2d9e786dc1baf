# note: Python 3.13 keeps the classes of paths in a module of their own.
import pathlib

SHOWN = [repr(pathlib.PurePath), repr(pathlib.Path), pathlib.PosixPath.__module__]
IS_PATH = isinstance(pathlib.Path("a"), pathlib.PurePath)
