# note: Before 3.6 the standard library read the booleans, and worded the refusal.
# python: 3.10
# version: python-decouple==3.5
# env: MAINTENANCE=maybe
from decouple import config

MAINTENANCE = config("MAINTENANCE", cast=bool)
