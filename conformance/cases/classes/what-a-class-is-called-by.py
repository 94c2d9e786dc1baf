# note: A class keeps its names, and its `__dict__`; what it cannot be given is refused.
class Plan:
    pass


WORDS = []
for run in (
    lambda: setattr(Plan, "__name__", 3),
    lambda: setattr(Plan, "__dict__", {}),
    lambda: delattr(Plan, "__name__"),
    lambda: setattr(Plan(), "__dict__", 3),
):
    try:
        run()
    except (TypeError, AttributeError) as error:
        WORDS.append([type(error).__name__, str(error)])
