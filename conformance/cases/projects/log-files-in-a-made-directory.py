# note: A directory that the settings make exists from then on.
import os
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
LOG_DIR = BASE_DIR / 'logs'
LOG_DIR.mkdir(exist_ok=True)
os.makedirs(os.path.join(BASE_DIR, 'media'), exist_ok=True)
LEVEL = os.environ.get('LOG_LEVEL', 'INFO').upper()
LOGGING = {
    'version': 1,
    'handlers': {
        name: {'class': 'logging.handlers.RotatingFileHandler', 'filename': str(LOG_DIR / f'{name}.log'), 'maxBytes': 1024 * 1024 * 5}
        for name in ('django', 'shop')
    },
    'loggers': {},
}
for _name in list(LOGGING['handlers']):
    LOGGING['loggers'][_name] = {'handlers': [_name], 'level': LEVEL}
EXISTS = os.path.isdir(LOG_DIR)
