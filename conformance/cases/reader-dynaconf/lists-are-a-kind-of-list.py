# note: The lists of dynaconf are lists in all but their type and their text.
# declared: dynaconf
# unknown: TEXT
from dynaconf import Dynaconf

config = Dynaconf(HOSTS=["a", "b"], TABLE={"deep": [{"x": 1}]})

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
TEXT = repr(config.HOSTS), str(config.HOSTS), str(config.TABLE.deep)
SAME = config.HOSTS == ["a", "b"], isinstance(config.HOSTS, list), type(config.HOSTS) is list
MADE = config.HOSTS + ["c"], ["c", *config.HOSTS], [host.upper() for host in config.HOSTS], len(config.HOSTS), config.HOSTS[0]
JOINED = ",".join(config.HOSTS), sorted(config.HOSTS, reverse=True), config.as_bool("hosts")
config.HOSTS.append("never seen")
AGAIN = config.HOSTS, config.HOSTS is config.HOSTS, config.TABLE is config.TABLE
