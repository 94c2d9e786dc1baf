from . import cache
from .cache import CACHES as ALIASED
