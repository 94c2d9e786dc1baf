# note: A module whose name is put together from the environment can be imported, and its names copied one by one.
# env: DJANGO_ENV=prod
import importlib
import os
env = os.environ.get('DJANGO_ENV', 'dev')
module = importlib.import_module('config.envs.' + env)
for name in dir(module):
    if name.isupper():
        globals()[name] = getattr(module, name)
RELATIVE = importlib.import_module('.envs.dev', package='config').DEBUG
DUNDER = __import__('config.envs.dev').envs.dev.NAME
# --- config/envs/__init__.py ---
# --- config/envs/dev.py ---
DEBUG = True
NAME = 'dev'
# --- config/envs/prod.py ---
DEBUG = False
NAME = 'prod'
