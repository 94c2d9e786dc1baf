# note: env.bool takes any number but 0 and a few words for true; everything else is false, never an error.
# env: TWO=2
# env: ZEROS=00
# env: OK= Ok
# env: LETTER=t
# env: WORD=enabled
# env: EMPTY=
import environ

env = environ.Env()
WORDS = {name: env.bool(name) for name in ["TWO", "ZEROS", "OK", "LETTER", "WORD", "EMPTY"]}
