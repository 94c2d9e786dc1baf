# note: A field without a default has to be given.
from collections import namedtuple
Database = namedtuple("Database", "engine name")
DEFAULT = Database("sqlite3")
