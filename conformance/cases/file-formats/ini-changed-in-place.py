# note: A parser can be filled and changed by the settings.
import configparser

config = configparser.ConfigParser({"root": "/srv"})
config.read_string("[web]\ndebug = yes\n")
config.add_section("cache")
config.set("cache", "Location", "%(root)s/cache")
LOCATION = config.get("cache", "location")
REMOVED = config.remove_option("web", "debug"), config.remove_section("nope")
WEB = dict(config["web"])
SECTIONS = config.sections()
