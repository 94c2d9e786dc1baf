# note: A lone percent sign stops a ConfigParser when it is read, not a raw one.
import configparser

text = "[web]\npassword = 100%sure\n"
raw = configparser.RawConfigParser()
raw.read_string(text)
PASSWORD = raw.get("web", "password")
config = configparser.ConfigParser()
config.read_string(text)
SAME = config.get("web", "password", raw=True)
REFUSED = config.get("web", "password")
