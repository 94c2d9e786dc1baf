# note: The errors of `re`, `json` and `configparser` are refused without what each of them asks for.
import configparser
import json
import re

MESSAGES = []
for make in [
    lambda: re.error(),
    lambda: re.error("bad", place=3),
    lambda: json.JSONDecodeError("Expecting value"),
    lambda: json.JSONDecodeError("Expecting value", 3, 4),
    lambda: configparser.NoSectionError(),
    lambda: configparser.NoOptionError("debug"),
    lambda: configparser.Error(1, 2),
    lambda: configparser.ParsingError(),
    lambda: configparser.MissingSectionHeaderError("settings.ini"),
]:
    try:
        make()
    except (TypeError, AttributeError) as error:
        MESSAGES.append(str(error))
WHERE = json.JSONDecodeError("Expecting value", "{\n  x", 4)
PLACE = [str(WHERE), WHERE.lineno, WHERE.colno, WHERE.pos, WHERE.args]
PLAIN = [str(configparser.Error("no file")), str(re.error("bad pattern")), re.error("bad pattern").msg]
