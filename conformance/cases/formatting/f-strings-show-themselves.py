# note: With an equals sign the expression is shown as it is written, blanks and all, and its value as repr unless said otherwise.
# unknown: HASH
DEBUG = False
NAME = "shop"
SHOWN = [f"{DEBUG=}", f"{NAME=}", f"{NAME = }", f"{NAME=!s}", f"{1 + 1=}", f"{3.14159=:.2f}", f"{len(NAME) = :>4}"]
HASH = f"{'#fff' = }"
