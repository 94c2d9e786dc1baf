# note: `%` of bytes names `%d` where it refuses `%i`, and says of `%c` only what it takes.
MESSAGES = []
for template, value in [(b"%i", "80"), (b"%u", "80"), (b"%c", "ab"), (b"%c", b"ab"), (b"%c", 1.5), (b"%c", 300)]:
    try:
        MESSAGES.append(template % value)
    except (TypeError, OverflowError) as error:
        MESSAGES.append(str(error))
