import os
DEBUG = True
INSTALLED_APPS = ['a', 'b']
_PRIVATE = 1
lower = 2
DATABASES = {'default': {'ENGINE': 'x', 'OPTIONS': {}}}
def helper(x):
    return x + 1
