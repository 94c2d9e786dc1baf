# note: A variable without a default that is not set raises ImproperlyConfigured, at the line of the call.
import environ
env = environ.Env()
DEBUG = env.bool('DEBUG', False)
SECRET_KEY = env('SECRET_KEY')
