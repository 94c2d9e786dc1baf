# note: A URL is checked and taken apart; a duration may name its units.
# env: SITE=https://shop.example:8443/path?q=1
# env: BROKER=redis://localhost:6379/0
# env: TTL=1h 30m
# env: AGE=600
from environs import Env, EnvError

env = Env()
SITE = env.url("SITE")
HOST = SITE.hostname
BROKER = env.url("BROKER", schemes={"redis"})
TTL = env.timedelta("TTL")
AGE = env.timedelta("AGE")
MEDIA = env.path("MEDIA", "/srv/media"), env.path("SITE")
try:
    REFUSED = env.url("BROKER")
except EnvError as error:
    REFUSED = error.error_messages
