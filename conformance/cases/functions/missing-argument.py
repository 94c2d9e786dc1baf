# note: A missing argument is named with the qualified name of the function.
class Builder:
    def connect(self, host, port, *, user):
        return (host, port, user)


Builder().connect("db", user="me")
