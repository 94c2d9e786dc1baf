# note: A variable of the environment beats the file, even when it is set to nothing; the default is for what neither gives.
# env: SITE_NAME=from the process
# env: SITE_OWNER=
from decouple import config

SITE_NAME = config("SITE_NAME", default="nobody")
SITE_OWNER = config("SITE_OWNER", default="nobody")
SITE_CITY = config("SITE_CITY", default="nobody")
SITE_STREET = config("SITE_STREET", default="nobody")
# --- .env ---
SITE_NAME=from the file
SITE_OWNER=from the file
SITE_CITY=Berlin
