# note: Prefixes add up while their blocks last.
# env: SHOP_NAME=corner
# env: SHOP_DB_PORT=5433
# env: NAME=plain
from environs import Env

env = Env()
with env.prefixed("SHOP_"):
    SHOP = env("NAME")
    with env.prefixed("DB_"):
        PORT = env.int("PORT", 5432)
        USER = env("USER", "shop")
    AGAIN = env("NAME")
NAME = env("NAME")
OTHER = Env(prefix="SHOP_")("NAME")
