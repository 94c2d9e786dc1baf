DATABASES = {'default': {'ENGINE': 'x'}}
DEBUG = False
