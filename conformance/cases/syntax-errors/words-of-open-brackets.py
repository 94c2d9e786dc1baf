# note: A bracket that closes nothing, or is never closed, is told instead of a plain mistake before it, but not instead of one with words of its own on its line.
PROBLEMS = []
for text in (
    "x = (1,\ny = 2\n",
    "x = (y = 2\n",
    "x = [1,\n2\n",
    "x = (1, 2]\n",
    "x = (1,\n2]\n",
    ")",
    "x = 1)\n",
    "HOST PORT\nx = )\n",
    "HOST PORT\nx = 'abc\n",
    "HOST PORT\nx = (\n",
    "not HOST = 1\nx = )\n",
    "if DEBUG\n    x = 'abc\n",
    "x = f'{a b'\n",
    "def load(x\n    return x\n",
    "x = {\n'a': [1, 2,\n}\n",
    "x = [1\ny = [2\n",
    "HOST PORT\nif x:\n        y = 1\n    z = 2\n",
    "x = (1\nif y:\n    pass\n",
    '(' * 201,
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
