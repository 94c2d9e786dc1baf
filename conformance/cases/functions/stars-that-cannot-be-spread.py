# note: What cannot be spread by a star says so, with the name of what was called.
def connect(*args, **options):
    return args, options


PORT = 5432
PROBLEMS = []
for attempt in (
    lambda: connect(*PORT),
    lambda: connect(1, *PORT),
    lambda: connect(**PORT),
    lambda: connect(port=1, **{"port": 2}),
    lambda: [*PORT],
    lambda: print(*PORT),
    lambda: PROBLEMS.append(*PORT),
):
    try:
        attempt()
    except TypeError as error:
        PROBLEMS.append(str(error))
