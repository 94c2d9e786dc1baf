# note: A field that is not decoded, or one whose type is a text as well, hands the text to a validator that may split it.
# env: ALLOWED_HOSTS=a.example, b.example
# env: ORIGINS=https://a.example,https://b.example
# env: ADMINS=ann,bob
from typing import Annotated, Any

from pydantic import BeforeValidator, field_validator
from pydantic_settings import BaseSettings, NoDecode


def split(value: Any) -> Any:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


class Config(BaseSettings):
    ALLOWED_HOSTS: Annotated[list[str], NoDecode] = []
    ORIGINS: Annotated[list[str], NoDecode, BeforeValidator(split)] = []
    ADMINS: list[str] | str = []
    OTHERS: Annotated[list[str], NoDecode] = "x,y"

    @field_validator("ALLOWED_HOSTS", "OTHERS", mode="before")
    @classmethod
    def split_hosts(cls, value):
        return split(value)

    @field_validator("ADMINS")
    def split_admins(cls, value):
        return sorted(value.split(",")) if isinstance(value, str) else value


config = Config()
ALLOWED_HOSTS = config.ALLOWED_HOSTS
ORIGINS = config.ORIGINS
ADMINS = config.ADMINS
OTHERS = config.OTHERS
