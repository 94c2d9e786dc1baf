# note: A format in braces must name a field, and doubled braces name none.
LOGGING = {"version": 1, "formatters": {"plain": {"format": "{{levelname}}", "style": "{"}}}
