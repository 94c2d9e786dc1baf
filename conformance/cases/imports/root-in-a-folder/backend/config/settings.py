from helpers import TWICE
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
VALUE = TWICE(4)
