# note: A secret that begins with a dollar sign is taken for a reference.
# env: SECRET_KEY=$ecret
import environ

env = environ.Env()
SECRET_KEY = env("SECRET_KEY")
