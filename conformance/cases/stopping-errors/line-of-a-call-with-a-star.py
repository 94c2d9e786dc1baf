# note: Arguments that cannot be spread are told at the line of their call.
PORT = 5432


def connect(*args):
    return args


CONNECTIONS = (
    connect("a"),
    connect(
        "b",
        *PORT,
    ),
)
