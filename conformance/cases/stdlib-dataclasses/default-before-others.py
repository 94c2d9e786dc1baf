# note: A field with a default before one that has none stops the settings where the class is made a data class.
from dataclasses import dataclass


@dataclass
class Mail:
    host: str = "localhost"
    port: int


EMAIL_HOST = Mail.host
