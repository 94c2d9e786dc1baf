# note: Since 3.7 Csv makes an empty list of None.
# version: python-decouple==3.8
from decouple import Csv, config

ADDRESSES = config("ADDRESSES", default=None, cast=Csv())
PAIRS = config("PAIRS", default=None, cast=Csv(post_process=tuple))
