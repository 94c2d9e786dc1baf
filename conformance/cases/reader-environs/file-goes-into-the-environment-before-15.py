# note: Before 15 read_env put the file's variables into the environment of the process.
# version: environs==14.6.0
import os

from environs import Env

env = Env()
FOUND = env.read_env(recurse=False), Env.read_env("conf/prod.env")
DEBUG = env.bool("DEBUG", False)
IN_ENVIRONMENT = os.environ.get("DEBUG")
# --- conf/prod.env ---
DEBUG=on
