# note: An option that is missing from a file is told as it is looked for, in lower case.
import configparser

config = configparser.ConfigParser()
config.read_string("[database]\nhost = db\n")
try:
    config.get("database", "PORT")
except configparser.NoOptionError as error:
    MISSING = str(error)
