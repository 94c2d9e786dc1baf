# note: Before 3.5 all quotes at both ends went with a pair of them.
# python: 3.10
# version: python-decouple==3.4
from decouple import config

QUOTED = config("QUOTED")
NESTED = config("NESTED")
ONE_SIDED = config("ONE_SIDED")
# --- .env ---
QUOTED="plain"
NESTED="'inner'"
ONE_SIDED="open
