# note: JSON takes no comma before a closing brace, and the message says where.
import json
CONFIG = json.loads('{"a": 1,}')
