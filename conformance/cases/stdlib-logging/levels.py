# note: Levels are numbers with names.
import logging
LEVELS = [logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL, logging.NOTSET, logging.WARN, logging.FATAL]
NAMES = [logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(15)]
LOG_LEVEL = logging.getLevelName(max(logging.INFO, logging.DEBUG))
