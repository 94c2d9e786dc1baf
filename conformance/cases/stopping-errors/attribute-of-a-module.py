# note: `os.path` calls itself `posixpath` in the message of a missing attribute.
import os
BASE = os.path.nothing('x')
