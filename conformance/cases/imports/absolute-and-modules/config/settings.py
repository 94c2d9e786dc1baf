import config.constants
import config.parts.cache as cache
import shared
from config import VERSION, constants
from config.constants import LIMIT as MAXIMUM, Names
from config.parts import ALIASED
from config import parts
DOUBLE = constants.LIMIT * 2
SAME = config.constants is constants
CACHES = cache.CACHES
IDENTICAL = CACHES is ALIASED, parts.cache is cache
SHARED = shared.SHARED
FIRST = Names.FIRST
PACKAGE = config.__name__, constants.__name__
