# note: With env_ignore_empty an empty variable leaves the next alias, and a wrong default is told by the field's own name.
# version: pydantic==2.10.6
# env: REDIS_URL=
# env: CACHE_URL=redis://cache
# env: TITLE=
from pydantic import AliasChoices, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_ignore_empty=True)

    cache: str = Field("", validation_alias=AliasChoices("REDIS_URL", "CACHE_URL"))
    title: str = "Shop"


class Wrong(Config):
    port: int = Field("http", alias="SHOP_PORT")
    key: str = Field(alias="SHOP_KEY")


config = Config()
CACHE = config.cache
TITLE = config.title
SET = config.model_fields_set
try:
    Wrong()
except ValidationError as error:
    WRONG = str(error)
