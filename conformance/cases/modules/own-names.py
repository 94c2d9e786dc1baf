# note: Every module tells its name, also one whose code is not followed.
import http.client
import socket
import xml.etree.ElementTree as tree

NAMES = [http.client.__name__, socket.__name__, tree.__name__, __name__]
PACKAGE = __package__
NEIGHBOUR = __import__("extra", globals(), locals(), ["LIMIT"], 1)
LIMIT = NEIGHBOUR.LIMIT
NEIGHBOUR_NAME = NEIGHBOUR.__name__
# --- config/extra.py ---
LIMIT = 20
