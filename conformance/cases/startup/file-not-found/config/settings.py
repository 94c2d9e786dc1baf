import json
import os
with open(os.path.join(os.path.dirname(__file__), 'secrets.json')) as f:
    SECRETS = json.load(f)
