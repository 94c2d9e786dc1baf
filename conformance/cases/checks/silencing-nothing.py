# note: What cannot be searched loses every check that has something to say.
SILENCED_SYSTEM_CHECKS = None
STATIC_URL = "static"
