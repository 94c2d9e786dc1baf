# note: An empty LOGGING is not looked at.
LOGGING = {}
