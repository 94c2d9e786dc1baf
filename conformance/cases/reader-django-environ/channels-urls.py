# note: A channels URL's scheme decides the backend of the layer, and some of its parts are left out.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.channels_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'inmemory://',
    'redis://h:6379/1',
    'redis+pubsub://h/0?x=1',
    'foo://',
]
READ = [read(url) for url in URLS]
