# note: A variable that is not set reads as None, which has no `split`.
import os
ALLOWED_HOSTS = os.environ.get('HOSTS').split(',')
