# note: In one directory settings.ini is found before .env, and then .env gives nothing.
from decouple import config

PAGE_SIZE = config("PAGE_SIZE", default=10, cast=int)
PAGE_THEME = config("PAGE_THEME", default="plain")
# --- settings.ini ---
[settings]
PAGE_SIZE = 25
# --- .env ---
PAGE_SIZE=50
PAGE_THEME=dark
