# note: A port that is no number is told when it is asked for.
from urllib.parse import urlparse
PORT = urlparse("redis://localhost:six/0").port
