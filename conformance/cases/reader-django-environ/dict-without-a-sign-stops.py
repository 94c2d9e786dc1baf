# note: A piece without an equals sign stops the settings.
# env: LABELS=a=1,b
import environ

env = environ.Env()
LABELS = env.dict("LABELS")
