# note: Validators change and refuse values, defaults among them; limits of a field refuse as well.
# version: pydantic==2.10.6
# env: NAME=  Shop
# env: PORT=70000
# env: KEY=abc
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    name: str = "x"
    level: str = "info"
    url: str = ""

    @field_validator("name", "level", mode="after")
    @classmethod
    def tidy(cls, value: str) -> str:
        return value.strip().upper()

    @field_validator("url")
    @classmethod
    def from_name(cls, value, info):
        return value or "https://" + info.data["name"].lower()

    @model_validator(mode="after")
    def whole(self):
        self.url += "/"
        return self


class Strict(Config):
    port: int = Field(80, gt=0, le=65535)
    key: str = Field(min_length=50)

    @field_validator("level")
    @classmethod
    def known(cls, value):
        if value != "DEBUG":
            raise ValueError(f"no such level: {value}")
        return value


config = Config()
NAME = config.name
LEVEL = config.level
URL = config.url
try:
    Strict()
except ValidationError as error:
    REFUSED = str(error)
