# note: A limit of the process is one of those that there are, with a pair of numbers, of which the first is not above the second.
import resource

WORDS = []
for limit, pair in (
    (99, (1, 2)), (-1, (1, 2)),
    (resource.RLIMIT_NOFILE, (resource.RLIM_INFINITY, 5)), (resource.RLIMIT_NOFILE, (6, 5)),
):
    try:
        resource.setrlimit(limit, pair)
    except ValueError as error:
        WORDS.append(str(error))
