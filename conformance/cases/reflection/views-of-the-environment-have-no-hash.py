# note: A view of the environment's keys or items compares as a set does, and has no hash.
import os

WORDS = []
for view in os.environ.items(), os.environ.keys():
    try:
        {view}
    except TypeError as error:
        WORDS.append(str(error))
