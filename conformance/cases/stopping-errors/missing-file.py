# note: A file that the project does not have stops the settings, at the line that opens it.
import json
import os
with open(os.path.join(os.path.dirname(__file__), 'secrets.json')) as f:
    SECRETS = json.load(f)
