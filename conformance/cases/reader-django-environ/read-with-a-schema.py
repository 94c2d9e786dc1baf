# note: A schema gives each name its type and default, and a text that is no word for true is false.
# env: DEBUG=on
# env: SECRET_KEY=k
# env: ALLOWED_HOSTS=a.org,b.org
# env: NUMBERS=1,2
# env: DATABASE_URL=postgres://u:p%40ss@db:5432/app?sslmode=require
# env: REDIS_URL=redis://cache:6379/1
# env: MAPPING=a=1,b=2
# env: JSON={"x": [1]}
# env: EMAIL_URL=smtp+tls://me:pw@mail.example.org:587
# env: ON=on
# env: WEIRD=enabled
# declared: django_redis
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
