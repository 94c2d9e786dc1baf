LOCALE_PATHS = 'locale'
SECRET_KEY = 'x'
