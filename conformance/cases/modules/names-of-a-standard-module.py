# note: A module of the standard library holds more than the names that settings use of it.
# unknown: NAMES
import types

NAMES = "GenericAlias" in vars(types)
