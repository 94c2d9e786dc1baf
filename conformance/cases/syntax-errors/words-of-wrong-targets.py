# note: What cannot be assigned to, deleted or annotated is named, with a hint where a comparison may be meant.
PROBLEMS = []
for text in (
    "load() = 1",
    "load().x() = 1",
    "HOST + 1 = 2",
    "not HOST = 1",
    "HOST == 1 = 2",
    "'HOST' = 1",
    "f'{HOST}' = 1",
    "None = 1",
    "... = 1",
    "[x for x in y] = 1",
    "{} = 1",
    "{1} = 1",
    "(x for x in y) = 1",
    "lambda: 1 = 2",
    "(HOST, 1) = 2",
    "[HOST, load()] = 2",
    "HOST = 1 = 2",
    "HOST = (yield) = 2",
    "HOST if PORT else NAME = 1",
    "HOST, PORT += 1",
    "load() += 1",
    "(HOST, PORT): int",
    "[HOST]: int",
    "HOST, PORT: int",
    "load(): int",
    "del load()",
    "del (HOST, 1)",
    "del HOST + 1",
    "for load() in HOSTS: pass",
    "for host, 1 in HOSTS: pass",
    "[x for load() in y]",
    "with open('x') as load(): pass",
    "with open('x') as (a, 1): pass",
    "(HOST.name := 1)",
    "if HOST = 1: pass",
    "if load() = 1: pass",
    "print(load() = 1)",
    "HOST = (PORT = 1)",
    "assert HOST = 1",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
