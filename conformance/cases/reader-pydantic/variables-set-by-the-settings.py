# note: Variables that the settings themselves set, or load from a file, are those of the environment.
# env: LEVEL=info
import os

from dotenv import load_dotenv
from pydantic import ValidationError
from pydantic_settings import BaseSettings

load_dotenv()
os.environ["Title"] = "Shop"
os.environ.setdefault("LEVEL", "debug")


class Config(BaseSettings):
    title: str
    level: str
    port: int = 80


config = Config()
TITLE = config.title
LEVEL = config.level
PORT = config.port
del os.environ["Title"]
try:
    Config()
except ValidationError:
    MISSING = True
try:
    Config(port="http", title="x")
except ValueError as error:
    WRONG = type(error).__name__
# --- .env ---
PORT=8000
