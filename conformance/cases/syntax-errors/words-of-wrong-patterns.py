# note: Patterns that cannot be captured, or stand behind keywords, are told.
PROBLEMS = []
for text in (
    "match x:\n    case y as _:\n        pass\n",
    "match x:\n    case y as 1:\n        pass\n",
    "match x:\n    case y as a.b:\n        pass\n",
    "match x:\n    case Base(a=1, b):\n        pass\n",
    "match x:\n    case 1 + 2:\n        pass\n",
    "match x:\n    case 1j + 2j:\n        pass\n",
    "match x:\n    case {**rest, 'a': 1}:\n        pass\n",
    "match x:\n    case a.b.c():\n        pass\n    case 1 2:\n        pass\n",
    "match x:\n    pass\n",
    "case 1:\n    pass\n",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
