# note: Instances of a class with `__slots__` have no other attributes.
class Server:
    __slots__ = ("host", "port")

    def __init__(self, host):
        self.host = host


server = Server("localhost")
server.port = 80
ADDRESS = [server.host, server.port]
try:
    server.name = "web"
except AttributeError as error:
    PROBLEM = str(error)
