# note: f-strings evaluate any expression, convert, format and nest, and double braces stand for themselves.
import os
NAME, PORT = "shop", 8000
URL = f"http://{NAME}.example:{PORT:05d}/"
NESTED = f"{'yes' if PORT else 'no'} {[n * 2 for n in range(3)]} { {'a': 1}['a'] }"
CONVERTED = f"{NAME!r} {NAME!s:>6} {'é'!a}"
BRACES = f"{{{NAME}}}"
WIDTHS = f"{NAME:{'>'}{10}}|{3.14159:{8}.{3}}"
JOINED = f"{NAME}" "-" f"{PORT}"
RAW = rf"\b{NAME}\b"
