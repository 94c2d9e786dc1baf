import os
BASE = os.path.nothing('x')
