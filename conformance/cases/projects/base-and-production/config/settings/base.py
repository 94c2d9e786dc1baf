"""Base settings to build other settings files upon."""
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve(strict=True).parent.parent.parent
APPS_DIR = BASE_DIR / 'shop'
env = environ.Env()

READ_DOT_ENV_FILE = env.bool('DJANGO_READ_DOT_ENV_FILE', default=False)
if READ_DOT_ENV_FILE:
    env.read_env(str(BASE_DIR / '.env'))

DEBUG = env.bool('DJANGO_DEBUG', False)
TIME_ZONE = 'UTC'
LOCALE_PATHS = [str(BASE_DIR / 'locale')]
DATABASES = {'default': env.db('DATABASE_URL')}
DATABASES['default']['ATOMIC_REQUESTS'] = True
DJANGO_APPS = ['django.contrib.auth', 'django.contrib.sessions']
THIRD_PARTY_APPS = ['rest_framework']
LOCAL_APPS = ['shop.users']
INSTALLED_APPS = DJANGO_APPS + THIRD_PARTY_APPS + LOCAL_APPS
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'whitenoise.middleware.WhiteNoiseMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
STATIC_ROOT = str(BASE_DIR / 'staticfiles')
EMAIL_BACKEND = env('DJANGO_EMAIL_BACKEND', default='django.core.mail.backends.smtp.EmailBackend')
ADMIN_URL = 'admin/'
REDIS_URL = env('REDIS_URL', default='redis://redis:6379/0')
REDIS_SSL = REDIS_URL.startswith('rediss://')
SESSION_COOKIE_HTTPONLY = True
