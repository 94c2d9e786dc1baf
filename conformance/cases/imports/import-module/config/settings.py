import importlib
import os
env = os.environ.get('DJANGO_ENV', 'dev')
module = importlib.import_module('config.envs.' + env)
for name in dir(module):
    if name.isupper():
        globals()[name] = getattr(module, name)
RELATIVE = importlib.import_module('.envs.dev', package='config').DEBUG
DUNDER = __import__('config.envs.dev').envs.dev.NAME
