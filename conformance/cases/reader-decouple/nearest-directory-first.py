# note: The search goes from the directory of the settings upwards and ends at the first file it meets.
from decouple import config

BRAND = config("BRAND", default="none")
MOTTO = config("MOTTO", default="none")
# --- config/.env ---
BRAND=near
# --- settings.ini ---
[settings]
BRAND = far
MOTTO = far
