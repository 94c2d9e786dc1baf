# note: The root logger has a class of its own and goes by several names; there is one logger a name.
import logging

TYPES = [type(logging.getLogger()).__name__, type(logging.getLogger("shop")).__name__, isinstance(logging.root, logging.Logger)]
ROOTS = [logging.getLogger(name) is logging.root for name in ("root", "", 0, None, "shop")]
SAME = logging.getLogger("shop") is logging.getLogger("shop"), logging.getLogger("shop") is logging.getLogger("blog")
WORDS = []
for name in (str, 5, b"shop", len, logging, (1,)):
    try:
        logging.getLogger(name)
    except TypeError as error:
        WORDS.append(str(error))
