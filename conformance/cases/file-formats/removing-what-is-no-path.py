# note: Taking a file away refuses what is no path, in words of its own.
import os

SAID = []
for take in (os.remove, os.unlink):
    try:
        take(0.5)
    except TypeError as error:
        SAID.append(str(error))
