# note: A class pattern asks for the class and its attributes; places stand for what `__match_args__` names.
class Cache:
    __match_args__ = ("host", "port")

    def __init__(self, host, port):
        self.host, self.port = host, port


match Cache("redis", 6379):
    case Cache("memcached"):
        URL = "memcached://"
    case Cache(host, port=6379):
        URL = f"redis://{host}"
match {"port": True}:
    case {"port": bool(flag)}:
        KIND = "flag"
    case {"port": int()}:
        KIND = "number"
