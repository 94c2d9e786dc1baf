# note: A subclass of NamedTuple is a class of tuples whose fields are its annotations.
from typing import NamedTuple

class Broker(NamedTuple):
    """Where tasks are queued."""

    host: str
    port: int = 5672

    def url(self):
        return f"amqp://{self.host}:{self.port}//"

BROKER = Broker("mq.acme.io")
BROKER_URL = BROKER.url()
HOST, PORT = BROKER
OTHER = BROKER._replace(port=5671)._asdict()
FIELDS = Broker._fields, Broker._field_defaults, isinstance(BROKER, tuple)
SHOWN = repr(BROKER)
try:
    Broker()
except TypeError as error:
    MISSING = str(error)
Mirror = NamedTuple("Mirror", [("name", str), ("weight", int)])
MIRRORS = [Mirror("a", 1), Mirror(name="b", weight=2).weight]
