# note: A dotted name in a pattern is compared; a plain one is bound, whatever the value is.
class Stage:
    LIVE = "live"
    TEST = "test"


STAGE = "test"
match STAGE:
    case Stage.LIVE:
        DEBUG = False
    case Stage.TEST:
        DEBUG = True
match STAGE:
    case anything:
        BOUND = anything
