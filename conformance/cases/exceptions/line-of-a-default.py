# note: A default is worked out where it stands.
def connect(
    host="localhost",
    port=DEFAULT_PORT,
):
    return (host, port)
