# note: The conversion of a field is asked for once the whole field is read.
TEXTS = [
    "f'{a!rx}'", "f'{a!rx[0]}'", "f'{a!r[0]}'", "f'{a!x}'", "f'{a!rx:5}'", "f'{a!x[0]:5}'", "f'{a!x b}'", "f'{a! r}'",
    "f'{a! x[0]}'", "f'{a=!x[0]}'", "f'{a!}'", "f'{a!1}'", "f'{a!r1}'", "f'{a!x.b}'",
    "match a:\n    case f'b': pass", "match a:\n    case {1: 2, f'b': 3}: pass", "match a:\n    case {1: 2, 1: 3, f'b': 3}: pass",
    "match a:\n    case b | f'c': pass\n    case d: pass",
]
TOLD = []
for text in TEXTS:
    try:
        exec(text)
    except SyntaxError as error:
        TOLD.append(str(error))
