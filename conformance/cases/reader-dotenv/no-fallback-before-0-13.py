# note: Before 0.13 a reference had no fallback: all between the braces was a name.
# python: 3.10
# version: python-dotenv==0.10.5
from dotenv import dotenv_values

VALUES = dict(dotenv_values())
# --- .env ---
URL=${HOST:-localhost}
BARE
