ALLOWED_HOSTS = 'example.org'
SECRET_KEY = 'x'
