# note: What is wrong inside of a call among the variables of a comprehension is not told, save in brackets or where the comprehension is wrong itself.
PROBLEMS = []
for text in (
    "[1 for load(name for find() in NAMES) in HOSTS]",
    "[1 for load([name for find() in NAMES]) in HOSTS]",
    "[1 for host, load(1 = 2) in HOSTS]",
    "[1 for -load(HOST PORT) in HOSTS]",
    "{1: 2 for load(lambda *: 1) in HOSTS}",
    "load(1 for load(name for find() in NAMES).host in HOSTS)",
    "[1 for (load(name for find() in NAMES)) in HOSTS]",
    "[1 for [name, load(HOST PORT)] in HOSTS]",
    "[1 for load({1:}) in HOSTS]",
    "[1 for load(*(HOST PORT)) in HOSTS]",
    "[1, 2 for load(HOST PORT) in HOSTS]",
    "{**host for load(HOST PORT) in HOSTS}",
    "[1 for host in load(name for find() in NAMES)]",
    "for load(name for find() in NAMES) in HOSTS: pass",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
