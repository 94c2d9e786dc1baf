STORAGES = {'default': {'BACKEND': 'x'}}
STATICFILES_STORAGE = 'y'
