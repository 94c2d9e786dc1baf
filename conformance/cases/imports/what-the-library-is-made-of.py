# note: Modules of the standard library with a capital or an underscore are there as well.
try:
    import _collections_abc
    import _strptime  # the first use of it is not safe among threads
    import cProfile
except ImportError:
    HAS_THEM = False
else:
    HAS_THEM = True
try:
    import cprofile
except ImportError:
    HAS_CPROFILE = False
else:
    HAS_CPROFILE = True
