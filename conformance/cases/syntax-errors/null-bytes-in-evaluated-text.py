# note: That a text holds null bytes is found before it has lines.
PROBLEMS = []
for run in [exec, eval]:
    try:
        run("a\0b")
    except SyntaxError as error:
        PROBLEMS.append([str(error), error.args])
