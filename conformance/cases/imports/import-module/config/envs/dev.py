DEBUG = True
NAME = 'dev'
