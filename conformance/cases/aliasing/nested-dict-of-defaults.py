# note: A copy of a dict shares what is inside it; a deep copy does not.
import copy

DEFAULT = {"ENGINE": "sqlite3", "OPTIONS": {"timeout": 5}}
REPLICA = dict(DEFAULT, NAME="replica")
ARCHIVE = copy.deepcopy(DEFAULT)
REPLICA["OPTIONS"]["timeout"] = 30
DATABASES = {"default": DEFAULT, "replica": REPLICA, "archive": ARCHIVE}
