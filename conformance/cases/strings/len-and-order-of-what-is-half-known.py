# note: That a text is compared with a number, or a number asked for its length, is refused whatever they are.
# env: PORT=8000
import os

WORDS = []
PORT = os.environ["PORT"]
for trial in (lambda: PORT > 1000, lambda: 5 < PORT, lambda: len(int(PORT)), lambda: sorted([PORT, 5])):
    try:
        trial()
    except TypeError as error:
        WORDS.append(str(error))
