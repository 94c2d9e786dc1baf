# note: Without a path it is the .env beside the settings and no other; arguments are variables too.
# env: GIVEN=environment
import os
import environ

environ.Env.read_env(GIVEN="argument", NUMBER=5, NEAR="argument")
READ = {name: os.environ.get(name) for name in ("NEAR", "FAR", "GIVEN", "NUMBER")}
environ.Env.read_env(overwrite=True, GIVEN="argument")
OVERWRITTEN = os.environ["GIVEN"]
MISSING = environ.Env.read_env("none.env")
# --- config/.env ---
NEAR=file
# --- .env ---
FAR=file
