# note: A stream is read where no path is given, or where nothing is at the path.
import io
import os
from dotenv import dotenv_values, load_dotenv

LOADED = load_dotenv(stream=io.StringIO("COLOUR=red\nSHADE=${COLOUR} dark"))
SHADE = os.environ["SHADE"]
INSTEAD = dict(dotenv_values("none.env", stream=io.StringIO("A=1")))
EMPTY = load_dotenv(stream=io.StringIO("# nothing"))
