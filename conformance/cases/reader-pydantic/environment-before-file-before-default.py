# note: A value of the call comes first, then the environment, then the files, of which later ones win, then the default.
# env: B=environment
# env: C=environment
# env: D=
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_file=(".env", ".env.prod", ".env.absent"), env_ignore_empty=True, extra="ignore")

    a: str = "default"
    b: str = "default"
    c: str = "default"
    d: str = "default"
    e: str = "default"
    f: str = "default"


config = Config(c="call")
VALUES = config.model_dump()
OTHER = Config(_env_file=None).model_dump()
SET = sorted(Config(_env_file=".env").model_fields_set)
# --- .env ---
A=file
B=file
C=file
D="file ${B}"
E=file
UNUSED=x
EMPTY
# --- .env.prod ---
export E='production'
F=
