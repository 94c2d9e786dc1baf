# note: A value that begins with a dollar sign names another variable; one in the middle does not.
# env: PRIMARY=$SECOND
# env: SECOND=$$THIRD
# env: THIRD=5
# env: PRICE=5$
import environ

env = environ.Env()
FOLLOWED = env("PRIMARY")
NUMBER = env.int("PRIMARY")
PRICE = env("PRICE")
DEFAULT = env("NOT_THERE", default="$THIRD")
