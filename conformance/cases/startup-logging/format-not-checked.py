# note: `validate` turns the check of a format off.
LOGGING = {"version": 1, "formatters": {"plain": {"format": "{message}", "validate": False}}}
