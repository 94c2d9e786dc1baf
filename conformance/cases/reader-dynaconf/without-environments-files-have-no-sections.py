# note: Unless environments are asked for, the names of a file are its settings, and its tables are dicts.
# declared: dynaconf
# env: DYNACONF_NAME=variable
# env: MERGE_ME=no
from dynaconf import LazySettings

config = LazySettings(settings_files=["config/app.yaml", "app.json"], merge_enabled=True, FROM_CALL=(1, 2))

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
NAME = config.name
TABLE = config.TABLE
LISTS = config.LISTS, config.from_call
# --- config/app.yaml ---
name: file
table: {a: 1, list: [1]}
lists: [x]
# --- config/app.json ---
{"table": {"B": 2, "list": [2]}, "LISTS": ["y"]}
