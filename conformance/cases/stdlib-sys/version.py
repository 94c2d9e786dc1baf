# note: The version compares as a tuple; the rest of sys that does not depend on the host is known.
import sys
NEW = [sys.version_info >= (3, 8), sys.version_info[0] == 3, sys.version_info.major, sys.version_info[:1]]
TESTING = "test" in sys.argv
FACTS = [sys.maxsize > 2**32, sys.byteorder, sys.platform, sys.getdefaultencoding()]
