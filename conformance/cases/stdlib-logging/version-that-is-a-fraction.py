# note: A version of logging's configuration that is none is named as Python writes it.
from logging.config import dictConfig

SAID = []
for version in (0.5, 1e-7, 0.00001, 1e16):
    try:
        dictConfig({'version': version})
    except ValueError as error:
        SAID.append(str(error))
