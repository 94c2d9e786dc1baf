# note: A line is a name, an equals sign and a value; quotes in pairs go, and everything else stays as it is written.
from decouple import config

NAMES = ["PLAIN", "SPACED", "DOUBLE", "SINGLE", "HALF", "COMMENTED", "ESCAPED", "REFERENCE", "EQUALS", "NOTHING", "TWICE"]
READ = {name: config(name, default=None) for name in NAMES}
EXPORTED = config("export EXPORTED", default="not so")
# --- .env ---
PLAIN=one
  SPACED  =  two words
DOUBLE="three # four"
SINGLE='five'
HALF="six'
COMMENTED=seven # eight
ESCAPED=a\nb
REFERENCE=${PLAIN}
EQUALS=a=b=c
NOTHING=
#HIDDEN=x
export EXPORTED=yes
TWICE=first
TWICE=second
a line without a sign
