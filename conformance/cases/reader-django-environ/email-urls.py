# note: An e-mail URL's scheme decides the backend and whether TLS or SSL is used.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.email_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'smtp://u:p@h:25',
    'smtps://u%40x:p@h:587',
    'smtp+tls://u:p@h',
    'smtp+ssl://u:p@h:465',
    'consolemail://',
    'filemail:///tmp/x',
    'memorymail://',
    'dummymail://',
    'foo://',
    'smtp://h:25?EMAIL_USE_TLS=1&timeout=5',
    '',
]
READ = [read(url) for url in URLS]
