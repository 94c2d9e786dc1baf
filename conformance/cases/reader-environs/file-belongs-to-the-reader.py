# note: Since 15 read_env keeps the file's variables in the reader, behind those of the environment.
# env: PORT=9000
import os

from environs import Env

env = Env()
FOUND = env.read_env()
DEBUG = env.bool("DEBUG")
PORT = env.int("PORT")
TITLE = env("TITLE")
IN_ENVIRONMENT = os.environ.get("DEBUG"), Env().str("DEBUG", "unset")
# --- .env ---
DEBUG=on
PORT=8000
export TITLE="A ${DEBUG} shop"  # shown
