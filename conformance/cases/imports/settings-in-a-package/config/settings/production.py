from .base import HOSTS
DEBUG = False
HOSTS.append('prod')
