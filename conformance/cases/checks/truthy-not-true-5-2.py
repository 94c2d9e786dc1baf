# note: Django 5.2 wants True itself for secure cookies and the redirect: 1 and a text do not do.
# django: 5.2
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
INSTALLED_APPS = ['django.contrib.sessions']
SECRET_KEY = 'q7w8e9r0t1y2u3i4o5p6a7s8d9f0g1h2j3k4l5z6x7c8v9b0n1m2'
ALLOWED_HOSTS = ['example.org']
SESSION_COOKIE_SECURE = 1
CSRF_COOKIE_SECURE = 'yes'
SECURE_SSL_REDIRECT = 1
SECURE_HSTS_SECONDS = '0'
SESSION_COOKIE_HTTPONLY = 'False'
