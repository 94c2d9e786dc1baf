# note: Up to 0.12 the options of a cache URL are upper-cased, whatever the backend.
# version: django-environ==0.12.0
# declared: django_redis
import environ

env = environ.Env()
CACHE = env.cache(default="redis://h:6379/1?client_class=x.Y&max_connections=5&timeout=60")
