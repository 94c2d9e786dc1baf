# note: Text that is no JSON raises an error that is a ValueError and no other, whatever handlers stand before.
import json

try:
    LIMITS = json.loads("")
except AssertionError as error:
    REASON = 0
except KeyError as error:
    REASON = 1
except ValueError as error:
    REASON = 2
IS = [issubclass(json.JSONDecodeError, ValueError), issubclass(json.JSONDecodeError, KeyError)]
