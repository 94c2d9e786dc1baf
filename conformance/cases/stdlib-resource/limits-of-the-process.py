# note: The numbers of `resource` are Linux's, so that a comparison with them decides.
import resource

def limit(megabytes):
    return megabytes * 1_000_000 if megabytes else resource.RLIM_INFINITY

SOFT, HARD = limit(None), limit(None)
if SOFT > HARD:
    raise ValueError("the soft limit is above the hard one")
resource.setrlimit(resource.RLIMIT_DATA, (SOFT, HARD))
