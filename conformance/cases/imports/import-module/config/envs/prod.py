DEBUG = False
NAME = 'prod'
