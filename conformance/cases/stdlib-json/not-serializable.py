# note: Sets and dates have no notation in JSON.
import datetime
import json
TEXT = json.dumps({"day": datetime.date(2024, 1, 2)})
