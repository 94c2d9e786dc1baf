# note: Values may be quoted over several lines, exported, commented; a name without a sign has no value.
from dotenv import dotenv_values

VALUES = dict(dotenv_values())
# --- .env ---
PLAIN=one
 SPACED = two words 
export EXPORTED=three
COMMENTED=four # comment
HASH=five#six
DOUBLE="seven\n\"eight\""
SINGLE='nine\n\'ten\''
LINES="first
second"
'quoted key'=eleven
NOTHING=
BARE
#HIDDEN=x
not a line at all
COLON: x
LAST='open
