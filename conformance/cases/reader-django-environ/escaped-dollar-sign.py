# note: With escape_proxy a backslash before the dollar sign goes.
# env: ESCAPED=\$money
import environ

env = environ.Env()
AS_IT_IS = env("ESCAPED")
env.escape_proxy = True
WITHOUT = env("ESCAPED")
