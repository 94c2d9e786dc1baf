import os
import sys
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(BASE_DIR, 'apps'))
import shop.constants
from shop.constants import NAME
VALUE = shop.constants.VALUE
