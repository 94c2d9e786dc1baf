# note: A bracket that closes one of another kind is the mistake, not the one that stays open.
LOGGING = {
    "version": 1,
    "handlers": {"mail": {"level": ("ERROR"}},
}
DEBUG = False
