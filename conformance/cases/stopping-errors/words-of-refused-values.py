# note: What parsers, the environment, copies and lengths of time refuse, and in which words.
import configparser
import copy
import datetime
import os
import re

parser = configparser.ConfigParser()
parser.add_section("a")
WORDS = []
for call in (
    lambda: os.environ.update({"A": re.match("a", "a")}),
    lambda: os.environ.update({"A": datetime.date(2020, 1, 1)}),
    lambda: os.getenv(re.compile("a")),
    lambda: configparser.ConfigParser.read_string("a"),
    lambda: parser.sections(1),
    lambda: parser.items(1, 2, 3, 4),
    lambda: parser.set("a", 1, "b"),
    lambda: parser.set("a", "b", 1),
    lambda: parser.add_section(1),
    lambda: copy.deepcopy({"a": os}),
    lambda: copy.copy({}.keys()),
    lambda: copy.deepcopy(x for x in []),
    lambda: datetime.timedelta(seconds=float("nan")),
    lambda: datetime.timedelta(hours=float("inf")),
    lambda: datetime.timedelta(1) / 0.0,
):
    try:
        call()
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as error:
        WORDS.append([type(error).__name__, str(error)])
