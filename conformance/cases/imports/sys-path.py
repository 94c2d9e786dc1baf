# note: A directory that is put into `sys.path` is searched by the imports after it.
import os
import sys
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(BASE_DIR, 'apps'))
import shop.constants
from shop.constants import NAME
VALUE = shop.constants.VALUE
# --- apps/shop/__init__.py ---
# --- apps/shop/constants.py ---
NAME = 'shop'
VALUE = 3
