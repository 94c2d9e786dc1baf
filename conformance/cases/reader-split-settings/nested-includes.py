# note: Inside a part, paths start from that part's directory; a file is included once only.
from split_settings.tools import include

COUNT = 0
include("parts/base.py", "parts/deep/counter.py")
# --- config/parts/base.py ---
from split_settings.tools import include

include("deep/counter.py")
BASE = COUNT
# --- config/parts/deep/counter.py ---
COUNT = COUNT + 1
