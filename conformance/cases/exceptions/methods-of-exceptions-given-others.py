# note: The methods of exceptions refuse what is no exception.
REFUSED = []


class Service:
    def __init__(self, name):
        TypeError.__init__(name)


for run in (
    lambda: Service("shop"),
    lambda: ValueError.__init__(Service),
    lambda: Exception.__str__(80),
    lambda: Exception.__repr__(None),
    lambda: Exception.__init__(KeyError("shop"), "other"),
):
    try:
        REFUSED.append(run())
    except TypeError as error:
        REFUSED.append(type(error).__name__)
