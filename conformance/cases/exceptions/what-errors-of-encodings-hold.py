# note: Errors of encodings hold the encoding, what could not be read or written, where and why.
FOUND = []
for attempt in (
    lambda: b"ab\xff\xfe".decode("ascii"),
    lambda: b"\xff".decode(),
    lambda: "Ελλάς".encode("latin-1"),
    lambda: "a\U0001f600".encode("ascii"),
    lambda: str(UnicodeDecodeError("utf-8", b"ab", 0, 2, "made up")),
    lambda: str(UnicodeEncodeError("utf-8", "ab", 1, 2, "made up")),
):
    try:
        FOUND.append(attempt())
    except UnicodeError as error:
        FOUND.append([str(error), error.args, error.encoding, error.object, error.start, error.end, error.reason])
