# note: Since 0.12 the message names the variable with its prefix.
import environ

env = environ.Env()
env.prefix = "SHOP_"
NAME = env("NAME")
