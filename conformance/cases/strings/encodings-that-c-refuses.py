# note: The name of an encoding or of what handles errors holds no null and no half of a pair, even where nothing is decoded.
SAID = []
for call in (
    lambda: b"".decode("\0"),
    lambda: b"shop".decode("utf-8", "\0"),
    lambda: "".encode("\0"),
    lambda: "".encode("utf-8", "strict\0"),
    lambda: str(b"", "\0"),
    lambda: bytes("", "utf-8", "\0"),
    lambda: b"".decode("a" + chr(0xd800)),
    lambda: "".encode("utf-8", "a" + chr(0xd800)),
):
    try:
        SAID.append(call())
    except ValueError as error:
        SAID.append([type(error).__name__, str(error)])
EMPTY = b"".decode("no-such-encoding")
