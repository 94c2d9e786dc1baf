# note: `read_string` and `StringIO` refuse an object that is no text by the name of its class.
import io
from configparser import ConfigParser


def refused(call):
    try:
        call()
    except TypeError as error:
        return str(error)


READER = ConfigParser()
ITSELF = refused(lambda: READER.read_string(READER))
BUFFER = refused(lambda: io.StringIO(READER))
BYTES = refused(lambda: io.BytesIO(READER))
