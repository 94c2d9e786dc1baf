# note: Django 4.2 wants a scheme in each trusted origin and knows the opener policies; it has no check of the hashing algorithm.
# django: 4.2
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
INSTALLED_APPS = ['django.contrib.sessions']
SECRET_KEY = 'q7w8e9r0t1y2u3i4o5p6a7s8d9f0g1h2j3k4l5z6x7c8v9b0n1m2'
ALLOWED_HOSTS = ['example.org']
SECURE_REFERRER_POLICY = 'same-origin, never'
SECURE_CROSS_ORIGIN_OPENER_POLICY = 'nope'
X_FRAME_OPTIONS = 'deny'
CSRF_TRUSTED_ORIGINS = ['example.org', 'https://a.org']
LANGUAGE_CODE = 'german!'
LANGUAGES = [('en_US', 'x')]
DEFAULT_HASHING_ALGORITHM = 'md5'
