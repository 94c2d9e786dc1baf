# note: The functions of `logging` refuse calls without a message, with a name that is no text, or with a level that is no number.
import logging

MESSAGES = []
logger = logging.getLogger(__name__)
for call in [
    lambda: logging.info(),
    lambda: logging.log("INFO", "started"),
    lambda: logging.basicConfig("DEBUG"),
    lambda: logging.disable(1, 2),
    lambda: logging.captureWarnings(),
    lambda: logging.addLevelName(5),
    lambda: logging.getLogger(3),
    lambda: logger.warning(),
    lambda: logger.setLevel(),
    lambda: logger.addFilter(),
    lambda: logging.StreamHandler(1, 2),
]:
    try:
        call()
    except TypeError as error:
        MESSAGES.append(str(error))
