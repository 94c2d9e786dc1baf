# note: A standard module without `__all__` gives the modules that it imported itself to a star-import, and they are the same modules.
import os
import re
from logging.handlers import *

HOME = os.path.join("/srv", "app")
DIGITS = re.findall("[0-9]+", "a1b22")
STILL_OS = os.sep
LEVEL = logging.WARNING
HANDLER = RotatingFileHandler.__name__
