DEBUG = False
from .settings import DATABASES
DATABASES['default']['NAME'] = 'x'
