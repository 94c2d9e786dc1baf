# note: A name in brackets is annotated, but not noted: a data class has no such field.
from dataclasses import dataclass


@dataclass
class Server:
    (host): str = "db"
    port: int = 5432


NOTED = list(Server.__annotations__)
HOST = Server.host
PORT = Server(1).port
