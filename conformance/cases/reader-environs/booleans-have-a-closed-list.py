# note: env.bool knows a closed list of words, each only in the casings that marshmallow lists.
# env: A=yes
# env: B=ON
# env: C=f
# env: D=0
# env: E=tRUE
# env: F=enabled
# env: G=
from environs import Env, EnvError

env = Env()


def said(name):
    try:
        return env.bool(name)
    except EnvError as error:
        return str(error)


SAID = [said(name) for name in "ABCDEFG"]
