# note: A keyword that stands in the call and in a `**` mapping is refused with the module's name.
def cache(**options):
    return options


DEFAULTS = {"timeout": 5}
CACHES = cache(timeout=9, **DEFAULTS)
