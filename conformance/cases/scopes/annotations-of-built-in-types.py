# note: Annotations of built-in types and of modules are worked out, and stop where these refuse.
import os

WORDS = []


def note(error):
    WORDS.append([type(error).__name__, str(error)])


try:
    HOST: int | "str" = 1
except TypeError as error:
    note(error)
try:
    HOST: "dict"[str, object] = 1
except TypeError as error:
    note(error)
try:
    HOST: int["a"] = 1
except TypeError as error:
    note(error)
try:
    HOST: os.nothing = 1
except AttributeError as error:
    note(error)
try:
    HOST: len(5) = 1
except TypeError as error:
    note(error)
PORT: dict[str, list[int]] | None = None
PATH: os.PathLike = "/"
