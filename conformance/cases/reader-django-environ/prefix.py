# note: A prefix stands before every name, in the schema and behind references too.
# env: SHOP_NAME=x
# env: SHOP_OTHER=$NAME
# env: NAME=wrong
import environ

env = environ.Env(SHOP_SIZE=(int, 3))
env.prefix = "SHOP_"
NAME = env("NAME")
OTHER = env("OTHER")
SIZE = env("SIZE")
THERE = "NAME" in env, "SHOP_NAME" in env, "OTHER" in env
