# note: A file, or a section of it, can ask for everything to be merged.
# declared: dynaconf
# setup: dynaconf
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
MIDDLEWARE = ["a", "b"]
TABLE = {"one": {"x": 1}, "list": [1]}

settings = dynaconf.DjangoDynaconf(__name__)
# --- config/settings.json ---
{"default": {"dynaconf_merge": true, "middleware": ["c"], "table": {"ONE": {"y": 2}, "list": [2]}, "new": [1]}}
