# note: A SecretStr shows stars, and gives its text only when it is asked for it.
# env: SECRET_KEY=s3cret
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    secret_key: SecretStr
    token: SecretStr = SecretStr("")
    other: SecretStr = "plain"


config = Config()
SECRET_KEY = config.secret_key.get_secret_value()
SHOWN = str(config.secret_key), repr(config.token), f"{config.other}"
SAME = config.other == SecretStr("plain"), len(config.other)
TEXT = str(config)
