from decouple import config
DEBUG = config('DEBUG', cast=bool)
SECRET_KEY = config('SECRET_KEY')
NAME = config('NAME')
WINS = config('WINS')
