# note: Slots are all the attributes that instances can have, and are missing until they are set.
class Address:
    __slots__ = ("host", "port")

    def __init__(self, host):
        self.host = host


server = Address("db")
HAS_PORT = hasattr(server, "port")
server.port = 5432
URL = f"{server.host}:{server.port}"
try:
    server.user = "shop"
except AttributeError:
    USER = None
