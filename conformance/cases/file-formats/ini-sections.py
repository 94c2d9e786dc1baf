# note: Options are in lower case, defaults belong to every section, values may go on in indented lines.
import configparser
import os

config = configparser.ConfigParser()
READ = [os.path.basename(path) for path in config.read([os.path.join(os.path.dirname(__file__), "shop.ini"), "nowhere.ini"])]
SECTIONS = config.sections()
HOST = config.get("database", "HOST")
ROOT = config["paths"]["media"]
PORT = config.getint("database", "port")
DEBUG = config.getboolean("web", "debug"), config["web"].getboolean("cache")
APPS = config["web"]["apps"].split()
MISSING = config.get("web", "nope", fallback=None), config["web"].get("nope", "default")
AS_IS = config.getint("web", "nope", fallback="7")
ALL = {title: dict(section) for title, section in config.items()}
PAIRS = config.items("paths"), config.items("DEFAULT")
# --- config/shop.ini ---
[DEFAULT]
root = /srv/shop
[database]
Host = db.example
port: 5432
[paths]
media = %(root)s/media
[web]
debug = off
cache = Yes
apps =
    shop
    blog
