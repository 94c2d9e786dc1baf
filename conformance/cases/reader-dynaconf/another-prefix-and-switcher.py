# note: The prefix of the variables, the variable that names the environment and the files can be said in the call.
# declared: dynaconf
# setup: dynaconf
# env: SHOP_NAME=variable
# env: SHOP_MODE=staging
# env: DJANGO_NAME=no
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
NAME = "module"
LEVEL = 0

settings = dynaconf.DjangoDynaconf(
    __name__,
    envvar_prefix="SHOP",
    env_switcher="SHOP_MODE",
    settings_files=["shop.toml", "missing.toml"],
    EXTRA="argument",
)
# --- config/shop.toml ---
[shop]
level = 1
[staging]
level = 2
# --- config/shop.local.toml ---
[default]
local = true
