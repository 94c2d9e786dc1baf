# note: A relative import cannot leave the top-level package.
from ..shared import APPS
