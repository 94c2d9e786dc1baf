# note: A limit of the process is a number and a pair of numbers, of which the first is not above the second.
import resource

WORDS = []
for limit, pair in (
    (0, ""), (0, 5), (0, (1,)), (0, ("a", "b")), ("", (1, 2)), (99, (1, 2)), (-1, (1, 2)), (0, (1, 2, 3)),
    (resource.RLIMIT_NOFILE, (resource.RLIM_INFINITY, 5)), (resource.RLIMIT_NOFILE, (6, 5)),
):
    try:
        resource.setrlimit(limit, pair)
    except (TypeError, ValueError) as error:
        WORDS.append(str(error))
