import environ
env = environ.Env(DEBUG=(bool, False), PORT=(int, 80))
DEBUG = env('DEBUG')
PORT = env('PORT')
SECRET_KEY = env.str('SECRET_KEY')
HOSTS = env.list('ALLOWED_HOSTS', default=['*'])
NUMBERS = env.list('NUMBERS', cast=int)
FLAG = env.bool('FLAG', default=True)
RATIO = env.float('RATIO', 0.5)
DATABASES = {'default': env.db('DATABASE_URL'), 'sqlite': env.db_url('SQLITE', default='sqlite:///db.sqlite3')}
CACHES = {'default': env.cache('CACHE_URL', default='locmemcache://')}
REDIS = env.cache_url('REDIS_URL')
MAPPING = env.dict('MAPPING')
JSON = env.json('JSON')
TUPLE = env.tuple('ALLOWED_HOSTS')
EMAIL = env.email_url('EMAIL_URL')
ON = env.bool('ON'), env.bool('WEIRD')
