# note: A Dynaconf object gives its settings as attributes, items and calls, in any case and with dots into what is nested.
# declared: dynaconf
# env: APP_DEBUG=false
# env: APP_DATABASE__PORT=5433
from dynaconf import Dynaconf

config = Dynaconf(envvar_prefix="APP", settings_files=["settings.toml", ".secrets.toml"], environments=True)

SECRET_KEY = config.SECRET_KEY
DEBUG = config.DEBUG, config.debug, config["Debug"], config("debug"), config.get("debug")
HOST = config.DATABASE.HOST, config.database.host, config["DATABASE"]["HOST"], config("database.host"), config["database.host"]
PORT = config.database.port, config.get("database__port")
DATABASE = config.DATABASE
NAMES = config.get("database.names.1"), config.DATABASE.NAMES, config.database.get("NAMES"), config.database.get("other", 1)
DEFAULT = config.get("nothing"), config.get("nothing", "d"), config("nothing", 5), config.get("database.nothing", [1])
CASTS = config("number", cast="@int"), config.get("number", cast="@float"), config.as_bool("number"), config.get("nothing", "7", "@int")
THERE = "debug" in config, "NOTHING" in config, config.exists("Debug"), getattr(config, "NOTHING", "absent")
WORDS = str(config.database), f"{config.database.host}"
COPY = dict(config.database), {**config.DATABASE, "more": True}, isinstance(config.DATABASE, dict)
# --- settings.toml ---
[default]
debug = true
number = "12"

[default.database]
host = "db.example"
port = 5432
names = ["a", "b"]

[production]
debug = "never"
# --- .secrets.toml ---
[development]
secret_key = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
