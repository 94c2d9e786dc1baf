# note: What a partial function holds can be neither set nor deleted.
from functools import partial

READ = partial(int, base=2)
WORDS = []
for name in ("func", "args", "keywords"):
    for change in (lambda: setattr(READ, name, 0), lambda: delattr(READ, name)):
        try:
            change()
        except (AttributeError, TypeError) as error:
            WORDS.append(str(error))
READ.note = "binary"
NOTE = READ.note
