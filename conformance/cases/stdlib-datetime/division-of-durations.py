# note: `divmod` of a duration wants another one; the parts of a duration cannot be set.
from datetime import timedelta

PARTS = divmod(timedelta(days=1, seconds=5), timedelta(hours=3))
WORDS = []
for run in (lambda: divmod(timedelta(1), 3), lambda: divmod(3, timedelta(1)), lambda: setattr(timedelta(1), "days", 3)):
    try:
        run()
    except (TypeError, AttributeError) as error:
        WORDS.append(str(error))
