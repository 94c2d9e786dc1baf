DEBUG = False
ALLOWED_HOSTS = ['a'
X = 1
