# note: `super()` goes by what the first parameter holds by then, and by the function that it stands in.
class Base:
    def name(self):
        return "base"


class Site(Base):
    def name(self):
        return "site"

    def plain(self):
        return super().name(), [super().name() for _ in range(1)]

    def another(self):
        self = Site()
        return super().name()

    def changed(self):
        self = 3
        return super().name()

    def inside(self):
        def inner():
            return super().name()

        return inner()

    def handed(self):
        def inner(this):
            return super().name()

        return inner(self)

    def generated(self):
        return list(super().name() for _ in (1,))


NAMES = []
for name in ("plain", "another", "changed", "inside", "handed", "generated"):
    try:
        NAMES.append(getattr(Site(), name)())
    except (TypeError, RuntimeError) as error:
        NAMES.append([type(error).__name__, str(error)])
