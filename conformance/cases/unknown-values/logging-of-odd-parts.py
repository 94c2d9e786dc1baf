# note: What logging makes of a configuration whose parts are no dicts is not modelled.
# unknown: REFUSED
import logging.config

REFUSED = []
for formatters in (True, {"short": []}, {"short": {"format": ValueError}}):
    try:
        logging.config.dictConfig({"version": 1, "formatters": formatters})
    except (TypeError, ValueError) as error:
        REFUSED.append(str(error))
