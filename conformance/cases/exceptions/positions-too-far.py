# note: A position that no list could have is an OverflowError or an IndexError, depending on what asks for it.
PROBLEMS = []
for attempt in (
    lambda: [1].pop(2**63),
    lambda: [1][2**63],
    lambda: "abc"["a":2.5:0],
    lambda: exec("a, b = KeyError"),
    lambda: "{a}".format(**{1: "x", "a": "y"}),
    lambda: dict(**{1: "x"}),
):
    try:
        PROBLEMS.append(attempt())
    except Exception as error:
        PROBLEMS.append([type(error).__name__, str(error)])
