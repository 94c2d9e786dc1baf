# note: What logging makes of a configuration whose parts are no dicts is not modelled.
# unknown: REFUSED
import logging.config

REFUSED = []
try:
    logging.config.dictConfig({"version": 1, "formatters": True})
except (TypeError, ValueError) as error:
    REFUSED.append(str(error))
