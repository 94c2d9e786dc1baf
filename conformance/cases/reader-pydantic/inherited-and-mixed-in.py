# note: Fields come from the bases and from plain classes mixed in; a subclass may give them another type and default.
# env: DEBUG=1
# env: PORT=8000
# env: REGION=eu
from typing import ClassVar

from pydantic_settings import BaseSettings


class Named:
    region: str
    name: str = "shop"


class Base(BaseSettings):
    KIND: ClassVar[str] = "base"
    _cache: dict = {}

    debug: bool = False
    port: str = "80"

    @property
    def address(self) -> str:
        return f"{self.name}:{self.port}"

    def hosts(self):
        return [self.address] if self.debug else []


class Config(Named, Base):
    KIND = "config"
    port: int = 8080


config = Config()
KIND = Config.KIND
DEBUG = config.debug
ADDRESS = config.address
HOSTS = config.hosts()
REGION = config.region
HAS = hasattr(Config, "debug"), hasattr(config, "absent"), config._cache
FIELDS = [name for name, _ in config]
