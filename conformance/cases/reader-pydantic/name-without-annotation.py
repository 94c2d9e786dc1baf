# note: A name of the class that has a value and no annotation stops the settings.
# version: pydantic==2.10.6
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    debug: bool = False
    hosts = ["a"]
