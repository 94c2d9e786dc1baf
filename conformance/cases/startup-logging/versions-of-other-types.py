# note: `dictConfig` refuses a version that is no one, and names it as `str` does.
from logging.config import dictConfig

WORDS = []
for version in (2.5, 1.0, True, {"a": {}}, [1, "b"], "1", b"1", None):
    try:
        dictConfig({"version": version})
    except ValueError as error:
        WORDS.append(str(error))
