# note: A file is decoded as open() or read_text() is told; only `utf-8-sig` drops the mark at its beginning.
from pathlib import Path

here = Path(__file__).parent
name = here / "names.txt"

PLAIN = open(name).read()
AS_UTF8 = open(name, encoding="utf-8").readlines()
WITHOUT_MARK = open(name, encoding="utf-8-sig").read()
AS_LATIN = name.read_text(encoding="latin-1")
PATH_WITHOUT_MARK = name.read_text("utf-8-sig")
IGNORED = open(name, encoding="ascii", errors="ignore").read()
LENGTH = len(open(name, "rb").read())

try:
    BINARY = open(name, "rb", encoding="utf-8")
except ValueError as error:
    BINARY = str(error)
try:
    NO_ENCODING = open(name, encoding="utf-99")
except LookupError as error:
    NO_ENCODING = str(error)
try:
    NOT_ASCII = name.read_text(encoding="ascii")
except UnicodeDecodeError as error:
    NOT_ASCII = str(error)
# --- config/names.txt ---
﻿José
Zoë
