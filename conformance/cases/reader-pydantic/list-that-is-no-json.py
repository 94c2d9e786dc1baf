# note: A list that is not written as JSON stops the settings.
# env: ALLOWED_HOSTS=a.example,b.example
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    ALLOWED_HOSTS: list[str] = []


config = Config()
