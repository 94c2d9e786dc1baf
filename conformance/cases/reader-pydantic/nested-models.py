# note: A model inside is given by its own variables, as JSON, or by both, where a delimiter parts their names.
# env: DATABASE__HOST=db.example
# env: DATABASE__PORT=5433
# env: CACHE={"host": "cache.example", "port": "1"}
# env: cache__PORT=6380
# env: MAIL__AUTH__USER=ann
# env: FLAGS__beta=true
# env: FLAGS__Gamma=x
from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict


class Server(BaseModel):
    host: str = "localhost"
    port: int = 5432
    name: str | None = None


class Auth(BaseModel):
    user: str
    password: str = ""


class Mail(BaseModel):
    auth: Auth


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter="__")

    database: Server
    cache: Server = Server()
    queue: Server = Server(port="1")
    mail: Mail
    flags: dict[str, bool | str] = {}


config = Config()
DATABASES = {"default": {"HOST": config.database.host, "PORT": config.database.port}}
CACHE = config.cache.model_dump()
QUEUE = config.queue.port
MAIL = config.mail.auth.user, config.mail.auth.password
FLAGS = config.flags
DUMP = config.model_dump(exclude={"flags"})
