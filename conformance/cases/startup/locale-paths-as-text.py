# note: LOCALE_PATHS must be a list or a tuple.
import os

BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCALE_PATHS = os.path.join(BASE_DIR, "locale")
