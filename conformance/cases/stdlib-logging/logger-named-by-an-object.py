# note: A logger is named by a text, and by no other logger.
import logging

PROBLEMS = []
for name in (logging.getLogger(), logging.getLogger("shop"), 5, b"shop"):
    try:
        logging.getLogger(name)
    except TypeError as error:
        PROBLEMS.append(str(error))
SAME = logging.getLogger(None) is logging.getLogger(""), logging.getLogger([]) is logging.root
