# note: `compile` refuses arguments of other types, and a mode that there is none of.
REFUSED = []
for arguments in ((5, "x", "exec"), ("1", 5, "exec"), ("1", "x", 5), ("1", "x", "run")):
    try:
        compile(*arguments)
    except (TypeError, ValueError) as error:
        REFUSED.append(type(error).__name__)
try:
    compile("1", "x", "run")
except ValueError as error:
    MODE = str(error)
