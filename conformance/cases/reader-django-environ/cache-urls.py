# note: A cache URL's scheme decides the backend, and its query the options.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.cache_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'locmemcache://',
    'locmemcache://name',
    'dummycache://',
    'dbcache://my_table',
    'filecache:///var/tmp/x',
    'memcache://127.0.0.1:11211',
    'memcache://1:1,2:2',
    'memcache:///tmp/m.sock',
    'pymemcache://m:1/?key_prefix=ci',
    'redis://h:6379/1',
    'redis://:pw@h:6379/1?client_class=x&timeout=60',
    'rediss://h:6379',
    'rediscache://h:6379/1?password=secret',
    'redis:///tmp/r.sock',
    'redis://a:1,b:2/0',
    'pylibmc://x',
    'foo://x',
    '',
    'redis://h/0?TIMEOUT=none&KEY_PREFIX=p&MAX=5&x=True',
]
READ = [read(url) for url in URLS]
