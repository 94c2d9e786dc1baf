# note: `compile` tells the file that it is given in a SyntaxError, and looks for null bytes in its name before anything else; lines end as in any file.
WORDS = []
for arguments in (("1 +", "lib.py", "exec"), ("a\0", "lib.py", "exec"), ("1", "a\0b", "exec", "x"), ("1", b"a\0b", "exec"), ("1", "a", "ex\0ec")):
    try:
        compile(*arguments)
    except (SyntaxError, ValueError) as error:
        WORDS.append([type(error).__name__, str(error)])
for text in ("debug\rtrue", "(1,\r\n2 3)", "debug true"):
    try:
        eval(text)
    except SyntaxError as error:
        WORDS.append(str(error))
