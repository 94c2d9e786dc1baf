import environ
env = environ.Env()
DEBUG = env.bool('DEBUG', False)
SECRET_KEY = env('SECRET_KEY')
