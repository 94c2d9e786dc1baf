# note: A field without a default must be given: all that is wrong is told in one error.
# version: pydantic==2.10.6
# env: DEBUG=maybe
# env: HOSTS=["a", 1]
# env: PORT=80.5
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    DEBUG: bool = False
    hosts: list[str] = []
    port: int = 80
    secret_key: str


config = Config()
