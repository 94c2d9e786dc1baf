# note: What is looked for among the items of an INI file has to be a pair.
# unknown: NUMBER
import configparser

config = configparser.ConfigParser()
config.read_string("[web]\nport = 80\n")


def whether(item):
    try:
        return item in config["web"].items()
    except TypeError as error:
        return str(error)


PAIR = whether(("port", "80"))
OTHER = whether(("port", "81"))
NUMBER = whether(5)
