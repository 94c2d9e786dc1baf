# note: Before 0.12 the message left the prefix out.
# version: django-environ==0.11.2
import environ

env = environ.Env()
env.prefix = "SHOP_"
NAME = env("NAME")
