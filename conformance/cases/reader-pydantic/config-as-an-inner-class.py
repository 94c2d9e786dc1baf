# note: The older inner class Config says the same as model_config, and so do keywords of the class.
# env: shop_debug=1
# env: SHOP_PORT=1
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    DEBUG: bool = False
    port: int = 80

    class Config:
        env_prefix = "SHOP_"
        case_sensitive = True


class Other(BaseSettings, env_prefix="shop_"):
    debug: bool = False


config = Config()
DEBUG = config.DEBUG
PORT = config.port, Config(_env_prefix="shop_").port
OTHER = Other().debug
config.DEBUG = True
AFTER = config.DEBUG
try:
    config.absent = 1
except ValueError as error:
    REFUSED = str(error)
