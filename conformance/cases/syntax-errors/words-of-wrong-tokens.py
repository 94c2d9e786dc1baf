# note: Numbers, texts and letters that Python cannot read are told by the tokenizer, with their line.
PROBLEMS = []
for text in (
    "0777",
    "0_7",
    "1_",
    "1__0",
    "1_000_",
    "0x",
    "0xg",
    "0b12",
    "0b",
    "0o8",
    "0o",
    "1e",
    "1e+",
    "1.5x",
    "1abc",
    "1jj",
    "10note",
    "1 if 1else 2 3",
    "'abc",
    "'abc\\'",
    "'''abc\n",
    "x = (\n'abc\n)",
    "b'é'",
    "b'a' 'b'",
    "'\\x1'",
    "'\\u12'",
    "'é\\u12'",
    "'\\U00110000'",
    "'\\N'",
    "b'\\x1'",
    "x = €",
    "x = “abc”",
    "x = 1\xa0+ 2",
    "x = 1 \\ 2",
    "x = $HOST",
    "x = `HOST`",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
