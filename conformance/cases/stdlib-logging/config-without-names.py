# note: A configuration of logging without a version is refused, whatever else it holds.
import logging
import logging.config

try:
    logging.config.dictConfig({logging: 2})
except ValueError as error:
    SAID = str(error)
