# note: What a reference gave is cast once more, which a list does not survive.
# env: ALLOWED_HOSTS=$HOSTS
# env: HOSTS=a.example,b.example
import environ

env = environ.Env()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
