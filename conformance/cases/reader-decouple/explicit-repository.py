# note: Config reads the one repository it gets; its file must be there.
from pathlib import Path
from decouple import Config, RepositoryEmpty, RepositoryEnv, RepositoryIni

BASE = Path(__file__).resolve().parent.parent
env = Config(RepositoryEnv(BASE / "deploy" / "production.env"))
ini = Config(RepositoryIni(str(BASE / "deploy" / "site.ini")))
none = Config(RepositoryEmpty())

HOST = env("HOST")
NAME = ini.get("NAME", default="x")
NOTHING = none("HOST", default="nothing")
ALL = RepositoryEnv(BASE / "deploy" / "production.env").data
# --- deploy/production.env ---
HOST=shop.example
PORT=80
# --- deploy/site.ini ---
[settings]
name = Shop
