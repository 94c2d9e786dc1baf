# note: A variable of the file that no field reads stops the settings, unless extra says otherwise.
# version: pydantic==2.10.6
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")

    debug: bool = False


class Lenient(Config):
    model_config = SettingsConfigDict(extra="ignore")


class Keeping(Config):
    model_config = {"extra": "allow"}


DEBUG = Lenient().debug
KEPT = Keeping().database_url
config = Config()
# --- .env ---
DEBUG=1
DATABASE_URL=sqlite://
