# note: `dictConfig` names the version that it does not support, whatever it is.
from logging.config import dictConfig


def refused(version):
    try:
        dictConfig({"version": version})
    except ValueError as error:
        return str(error)


MESSAGES = [refused(version) for version in (0, 2, "1", None, False, [], {}, True, 1.0)]
