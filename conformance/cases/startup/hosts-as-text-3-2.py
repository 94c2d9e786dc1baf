# note: Django 3.2 starts with a text for ALLOWED_HOSTS.
# django: 3.2
ALLOWED_HOSTS = 'example.org'
SECRET_KEY = 'x'
