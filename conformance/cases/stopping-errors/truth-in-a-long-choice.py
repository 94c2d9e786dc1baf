# note: The condition of a choice is told of by its own line.
class Server:
    def __bool__(self):
        return "yes"


HOST = (
    "a.org"
    if Server()
    else "b.org"
)
