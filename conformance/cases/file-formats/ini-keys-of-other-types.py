# note: What is no key of a dict is none of an INI file either.
import configparser

config = configparser.ConfigParser()
config.read_string("[shop]\nname = a\n")
WORDS = []
for ask in (lambda: [] in config, lambda: config[{}], lambda: config[5], lambda: 5 in config["shop"], lambda: config.write(None)):
    try:
        WORDS.append(ask())
    except (TypeError, KeyError, AttributeError) as error:
        WORDS.append(type(error).__name__)
TITLES = [title for title, section in config.items()], len(config.items()), 5 in config
