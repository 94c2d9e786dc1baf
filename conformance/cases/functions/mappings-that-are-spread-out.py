# note: Any mapping can be spread out as keywords, which must be texts and stand once.
def options(**given):
    return given


class Mapping:
    def __init__(self, *names):
        self.names = names

    def keys(self):
        return self.names

    def __getitem__(self, name):
        return str(name) * 2


GIVEN = options(host="a", **Mapping("port"))
REFUSED = []
for mapping in (Mapping("host"), Mapping("port", 5), {5: 1}):
    try:
        options(host="a", **mapping)
    except TypeError as error:
        REFUSED.append(str(error))
