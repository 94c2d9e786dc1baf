import os
DEBUG = False
SECRET_KEY = os.environ['SECRET_KEY']
LATER = 1
