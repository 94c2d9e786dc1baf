# note: SILENCED_SYSTEM_CHECKS hides the checks that it names, and Django 3.2 raises the others.
# django: 3.2
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
INSTALLED_APPS = ['django.contrib.sessions']
SECRET_KEY = 'q7w8e9r0t1y2u3i4o5p6a7s8d9f0g1h2j3k4l5z6x7c8v9b0n1m2'
ALLOWED_HOSTS = ['example.org']
SILENCED_SYSTEM_CHECKS = ['security.W004', 'security.W008', 'security.W012']
