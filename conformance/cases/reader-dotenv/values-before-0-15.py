# note: Before 0.15 a value without quotes ended at two blanks, and the last of equal names stood at the place of the first.
# version: python-dotenv==0.14.0
from dotenv import dotenv_values

VALUES = dict(dotenv_values())
# --- .env ---
WIDE=two  blanks
COPY=${NAME}
NAME=first
NAME=second
COMMENTED=x #y
