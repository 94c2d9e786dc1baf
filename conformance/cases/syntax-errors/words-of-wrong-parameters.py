# note: Parameters that are in the wrong order, without a default or with one too many.
PROBLEMS = []
for text in (
    "def load(a=1, b): pass",
    "def load(\n    a=1,\n    b,\n): pass",
    "def load(a=): pass",
    "def load(*): pass",
    "def load(*, **b): pass",
    "def load(*a=1): pass",
    "def load(**a=1): pass",
    "def load(*a, *b): pass",
    "def load(**a, b): pass",
    "def load(**a, *b): pass",
    "def load(/, a): pass",
    "def load(a, /, b, /): pass",
    "def load(*, a, /): pass",
    "def load(a, / * b): pass",
    "def load(a, (b)): pass",
    "def load(a b): pass",
    "def load(1): pass",
    "lambda a=1, b: 1",
    "lambda *: 1",
    "lambda (a): 1",
    "lambda **a, b: 1",
    "lambda a b: 1",
    "class Base[]: pass",
    "class Base[*T: int]: pass",
    "def load(a, a): pass",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
