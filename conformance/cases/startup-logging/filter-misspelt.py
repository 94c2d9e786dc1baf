# note: A filter that Django does not have stops it.
LOGGING = {"version": 1, "filters": {"debug": {"()": "django.utils.log.RequireDebugOff"}}}
