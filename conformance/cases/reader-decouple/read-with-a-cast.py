# note: A default is converted as a value is, unless there is no cast, and `Csv` strips each item.
# env: DEBUG=on
# env: PORT=25
# env: SECRET_KEY=s3
# env: ALLOWED_HOSTS= a.org , b.org
# env: NUMBERS=1,2,3
# env: YES=y
# env: EMPTY=
from decouple import config, Csv
DEBUG = config('DEBUG', default=False, cast=bool)
PORT = config('PORT', cast=int)
SECRET_KEY = config('SECRET_KEY')
HOSTS = config('ALLOWED_HOSTS', cast=Csv())
DEFAULT_HOSTS = config('NO_HOSTS', default='localhost, 127.0.0.1', cast=Csv())
TUPLE = config('NUMBERS', cast=Csv(int, post_process=tuple))
UNCAST = config('NOPE', default=5)
LAMBDA = config('ALLOWED_HOSTS', cast=lambda v: [s.strip() for s in v.split(',')])
YES = config('YES', cast=bool), config('EMPTY', default=True, cast=bool)
NONE = config('NOTHING', default=None)
