# note: environ.Path counts directories; env.path makes one of a variable.
# env: MEDIA=/srv/media
import environ

ROOT = environ.Path(__file__) - 2
env = environ.Env()
APPS = ROOT("apps", "shop")
MEDIA = env.path("MEDIA")("covers")
UP = str(ROOT.path("config", "..", "logs") + "today")
SAME = ROOT == str(ROOT), environ.Path("/a/b") in environ.Path("/a")
HERE = ROOT("config", required=True)
