# note: int() and float() read the decimal digits of every script, blanks around and underscores between.
# env: ARABIC=٤٢
# env: SPACED=  1_000
# env: WIDE=３.５
import os

ARABIC = int(os.environ["ARABIC"])
SPACED = int(os.environ["SPACED"])
WIDE = float(os.environ["WIDE"])
