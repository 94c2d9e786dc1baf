# note: A path says the name of a class that is no part of it, without the module.
import datetime
import pathlib

WORDS = []
for part in (datetime.timedelta(days=1), 3, None):
    try:
        pathlib.Path("media") / part
    except TypeError as error:
        WORDS.append(str(error))
    try:
        pathlib.Path("media").joinpath(part)
    except TypeError as error:
        WORDS.append(str(error))
