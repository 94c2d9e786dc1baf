# note: Which modules are imported is not known, though they can be gone through.
# unknown: NAMES, HELD
import sys

NAMES = [name for name in sys.modules if name == 'missing_module']
HELD = len(sys.modules) > 3
