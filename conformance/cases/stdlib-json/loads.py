# note: Numbers of JSON stay whole or float, escapes and surrogates become characters, the last of two keys counts.
import json
VALUES = [json.loads(text) for text in ("null", "true", "-0", "1.0", "1e3", '"\\u00e9\\ud83d\\ude00"', "[]", " [1, 2] ")]
OBJECT = json.loads('{"a": {"b": [1]}, "a": 2, "c": 12345678901234567890}')
FROM_BYTES = json.loads(b'{"a": "\xc3\xa9"}')
