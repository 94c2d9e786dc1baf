# note: An attribute of None, as after a match that failed, is an AttributeError of NoneType.
import re

VERSION = re.match(r"v(\d+)", "release-1").group(1)
