# note: A field of a settings class takes its value from the variable of its name, whatever the casing, with the prefix before it.
# env: APP_DEBUG=yes
# env: app_port=08_000
# env: App_Secret_Key=s3cret
# env: APP_RATIO=.5
# env: DEBUG=no
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")

    DEBUG: bool = False
    port: int = 80
    secret_key: str
    RATIO: float = 1
    language: str = "en"


config = Config()
DEBUG = config.DEBUG
PORT = config.port
SECRET_KEY = config.secret_key
RATIO = config.RATIO
LANGUAGE_CODE = config.language
SHOWN = repr(config)
