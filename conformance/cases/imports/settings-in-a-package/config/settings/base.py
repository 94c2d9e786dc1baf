DEBUG = None
NAME = 'base'
HOSTS = ['a']
