# note: Django 4.2 stops at a text for ALLOWED_HOSTS.
# django: 4.2
ALLOWED_HOSTS = 'example.org'
SECRET_KEY = 'x'
