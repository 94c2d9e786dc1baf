# note: What is wrong inside the braces of an f-string is told of the f-string.
PROBLEMS = []
for text in (
    "f'{}'",
    "f'{ }'",
    "f'{=}'",
    "f'{!r}'",
    "f'{:x}'",
    "f'{,}'",
    "f'{*}'",
    "f'{HOST'",
    "f'{HOST:'",
    "f'{HOST:>{WIDTH'",
    "f'}'",
    "f'{HOST}}'",
    "f'{HOST!x}'",
    "f'{HOST!}'",
    "f'{HOST! r}'",
    "f'{HOST!r x}'",
    "f'{HOST!1}'",
    "f'{HOST x}'",
    "f'{HOST +}'",
    "f'{HOST;}'",
    "f'{HOST)}'",
    "f'{(HOST}'",
    "f'{[HOST}'",
    "f'{lambda x: 1}'",
    "f'{class}'",
    "f'{HOST = }' 1",
    "f'{a:{b:{c:{d}}}}'",
    "f'{HOST",
    "f'''{HOST",
    "f'HOST",
    "f'''HOST",
    "f'{HOST $}'",
    "f'{{HOST}'",
    "f'{HOST # host}'",
    "f'\\x1'",
    "f'{HOST}\\u12'",
    "f'{HOST}' b'x'",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
