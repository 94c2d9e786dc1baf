# note: A stream is made of a text; an error is none, and is told by its class.
from configparser import ConfigParser
from io import BytesIO, StringIO

SAID = []
for call in (ConfigParser().read_string, StringIO, BytesIO):
    try:
        call(KeyError("name"))
    except TypeError as error:
        SAID.append(str(error))
