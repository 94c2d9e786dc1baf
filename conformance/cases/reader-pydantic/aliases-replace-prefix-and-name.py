# note: An alias takes the place of prefix and name; of several the first that is given counts.
# env: DATABASE_URL=postgres://db/shop
# env: CACHE_URL=redis://cache
# env: APP_TITLE=Shop
# env: APP_DATABASE=ignored
from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")

    database: str = Field("sqlite:///db.sqlite3", alias="DATABASE_URL")
    cache: str = Field(default="", validation_alias=AliasChoices("REDIS_URL", "CACHE_URL"))
    title: str = Field(default="None", description="of the site")
    queue: str = Field("memory", validation_alias="QUEUE_URL")
    hosts: list[str] = Field(default_factory=lambda: ["localhost"])


config = Config()
DATABASE = config.database
CACHE = config.cache
TITLE = config.title
QUEUE = config.queue
HOSTS = config.hosts
