# note: A set display is filled when all its items are worked out, a long one, or one with a star, as it goes.
CALLS = []


def called(name):
    CALLS.append(name)
    return name


def note(run):
    try:
        run()
    except TypeError as error:
        CALLS.append(str(error))


note(lambda: {called("a"), [], called("b")})
note(lambda: {called("a"), *"xy", [], called("c")})
note(lambda: {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, [], called("d"),
})
note(lambda: {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, [], called("e"),
})
