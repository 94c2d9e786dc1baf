# note: What is no JSON is told with its place.
import json
CONFIG = json.loads('{"debug": True}')
