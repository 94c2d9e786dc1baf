CACHES = {'default': {'BACKEND': 'x'}}
