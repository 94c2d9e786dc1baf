# note: A percent sign alone in settings.ini stops the settings when the value is read, but not when the environment has it.
# env: DISCOUNT=25
from decouple import config

DISCOUNT = config("DISCOUNT", cast=int)
SURCHARGE = config("SURCHARGE")
# --- settings.ini ---
[settings]
DISCOUNT = 5%
SURCHARGE = 5%
