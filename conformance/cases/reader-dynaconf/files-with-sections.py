# note: Of a settings file the general section counts and then that of the environment, which is development by default; secrets come last.
# declared: dynaconf
# setup: dynaconf
import dynaconf

SECRET_KEY = "of the module"
DEBUG = False
HOSTS = ["module"]
ONLY_HERE = 1

settings = dynaconf.DjangoDynaconf(__name__)
# --- settings.toml ---
outside = "no section, no setting"

[default]
debug = true
hosts = ["default"]
name = "default"
ratio = 1.0

[default.nested]
a = 1
B = { c = [1, 2] }

[development]
hosts = ["development"]

[production]
name = "production"
# --- .secrets.toml ---
[default]
secret_key = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
