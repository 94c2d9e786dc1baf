# note: A negative number has no root.
import math
SIDE = math.sqrt(-1)
