# note: A name that is nowhere bound stops only where the line that uses it runs.
DEBUG = False
if not DEBUG:
    SECURE_HSTS_SECONDS = HSTS_SECONDS
