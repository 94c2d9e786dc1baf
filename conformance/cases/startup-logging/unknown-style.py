# note: A style that Python does not have stops Django.
LOGGING = {"version": 1, "formatters": {"plain": {"format": "%(message)s", "style": "percent"}}}
