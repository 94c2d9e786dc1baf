# note: A variable is always a text, so `bool` of 'False' is true, and what the settings set is read back.
# env: DEBUG=True
# env: FLAG=1
# env: FALSE_TEXT=False
# env: ALLOWED_HOSTS=a.org,b.org
# env: SECRET_KEY=k
# env: PORT=6000
# env: APP_B=2
# env: APP_A=1
# env: EMPTY=
import os
from os import environ, getenv
DEBUG = os.environ.get('DEBUG', 'False') == 'True'
LOWER = os.environ.get('DEBUG', '').lower() in ('true', '1', 't')
AS_INT = bool(int(os.environ.get('FLAG', '0')))
TRAP = bool(os.environ.get('FALSE_TEXT'))
HOSTS = os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')
EMPTY_SPLIT = os.environ.get('UNSET', '').split(',')
SECRET_KEY = os.environ['SECRET_KEY']
PORT = int(getenv('PORT', 5432))
NONE = os.getenv('UNSET')
IN = 'SECRET_KEY' in os.environ, 'UNSET' not in environ
os.environ.setdefault('PORT', '1')
os.environ.setdefault('NEW', 'made')
SET = environ['PORT'], environ['NEW']
os.environ['CHANGED'] = 'later'
CHANGED = os.getenv('CHANGED')
POPPED = os.environ.pop('CHANGED'), os.environ.pop('UNSET', 'none')
AFTER = os.environ.get('CHANGED')
SORTED = sorted(key for key in os.environ if key.startswith('APP_'))
TYPED = {key: value for key, value in os.environ.items() if key.startswith('APP_')}
OR = os.environ.get('EMPTY') or 'default'
