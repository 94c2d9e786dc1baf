# note: Separators are unpacked into two texts, an indent may be wide, and `loads` takes `strict`.
import json


def refused(**options):
    try:
        return json.dumps([1, 2], **options)
    except (TypeError, ValueError) as error:
        return [type(error).__name__, str(error)]


SEPARATORS = [refused(separators=one) for one in (object, len, ..., 5, (",",), ",:;", [";", "="])]
WIDE = refused(indent=50)
FLAT = refused(indent=True)
STRICT = json.loads('{"a": "x\\ty"}', strict=True)
