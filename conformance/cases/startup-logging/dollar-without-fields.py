# note: A format in dollars must name a field.
LOGGING = {"version": 1, "formatters": {"plain": {"format": "costs $$5", "style": "$"}}}
