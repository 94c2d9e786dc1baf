# note: An empty text is no JSON.
import json
import os
CONFIG = json.loads(os.environ.get("CONFIG", ""))
