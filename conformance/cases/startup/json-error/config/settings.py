import json
CONFIG = json.loads('{"a": 1,}')
