# note: What does not match gives None, which has no groups.
import re
VERSION = re.match(r"v(\d+)", "1.2").group(1)
