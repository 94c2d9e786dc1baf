# note: Code that is compiled is no text: it is run as it was compiled, and what is no Python stops it at once.
STATEMENTS = "WORKERS = 1 + 1"
code, value = compile(STATEMENTS, "lib.py", "exec"), compile("2 + 3", "lib.py", "eval")
KIND = [type(code).__name__, code == STATEMENTS]
RUN = [exec(code), eval(value), eval(code), exec(value)]
REFUSED = []
for attempt in (
    lambda: compile("1 +", "lib.py", "exec"), lambda: compile("a = 1", "lib.py", "eval"), lambda: compile(code, "lib.py", "exec"),
    lambda: compile("1", "lib.py", "wrong", "a"), lambda: compile("1", "lib.py", "wrong"),
):
    try:
        REFUSED.append(attempt())
    except (SyntaxError, TypeError, ValueError) as error:
        REFUSED.append([type(error).__name__, str(error)])
