# note: env.dict takes pairs between commas, or with a description pairs between semicolons.
# env: PLAIN=a=1,b=x=y
# env: TYPED=a=1;b=yes;c=2
import environ

env = environ.Env()
PLAIN = env.dict("PLAIN")
TYPED = env.dict("TYPED", cast={"value": int, "cast": {"b": bool}})
