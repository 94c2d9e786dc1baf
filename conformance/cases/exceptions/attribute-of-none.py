# note: An attribute of None, as after a match that failed.
import re

VERSION = re.match(r"v(\d+)", "release-1").group(1)
