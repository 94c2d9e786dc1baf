# note: multiline turns written line breaks into real ones; bytes are encoded.
# env: KEY=one\ntwo\r\nthree
# env: NAME=Zoë
import environ

env = environ.Env()
ONE_LINE = env.str("KEY")
LINES = env.str("KEY", multiline=True)
BYTES = env.bytes("NAME")
LATIN = env.bytes("NAME", encoding="latin-1")
DEFAULT = env.bytes("NOT_THERE", default=b"x")
