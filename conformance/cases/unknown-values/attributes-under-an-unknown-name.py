# note: What is stored or deleted under a name that is not known may be any name of the module or the class.
# unknown: DEBUG, VERBOSE, SWITCH, LOUD, UPLOAD, DOWNLOAD, HAS_CACHE, COLOUR
import socket
import sys


class Limits:
    upload = 5
    download = 10


class Parts:
    cache = True
    queue = True


class Theme:
    colour = "red"
    border = "blue"


limit = "upload" if socket.gethostname() != "web-1" else "download"
setattr(Limits, limit, 50)
delattr(Parts, "cache" if socket.gethostname() != "web-1" else "queue")
theme = Theme()
object.__setattr__(theme, "colour" if socket.gethostname() != "web-1" else "border", "green")
UPLOAD, DOWNLOAD = Limits.upload, Limits.download
HAS_CACHE = hasattr(Parts, "cache")
COLOUR = theme.colour

DEBUG = VERBOSE = LOUD = False
SWITCH = "DEBUG" if socket.gethostname() != "web-1" else "VERBOSE"
setattr(sys.modules[__name__], SWITCH, True)
RETRIES = 3
