# note: The views of the environment are combined with whatever can be gone through, and with nothing else.
# env: HOST=a.org
import os

NAMES = os.environ.keys()
FOUND = NAMES & ["HOST", "PORT"], ["HOST", "PORT"] - NAMES, NAMES.isdisjoint(iter(["PORT"])), NAMES >= {"HOST"}
PAIRS = os.environ.items() & [("HOST", "a.org"), ("HOST", "b.org")]
PROBLEMS = []
for combine in (
    lambda: 0 - NAMES,
    lambda: NAMES | None,
    lambda: NAMES ^ 1.5,
    lambda: os.environ.items() & 5,
    lambda: NAMES.isdisjoint(5),
):
    try:
        combine()
    except TypeError as error:
        PROBLEMS.append(str(error))
