# note: A line is a name, an equals sign without blanks and a value; quotes go, comments stay.
import os
import environ

environ.Env.read_env("config/.env")
NAMES = ["PLAIN", "SPACED", "SINGLE", "DOUBLE", "COMMENTED", "REFERENCE", "EXPORTED", "TWICE"]
READ = {name: os.environ.get(name) for name in NAMES}
# --- config/.env ---
PLAIN=one two 
SPACED = three
SINGLE='fo\nur'
DOUBLE="fi\nve \"six\" \q"
COMMENTED=seven # eight
REFERENCE=$PLAIN
export EXPORTED=nine
TWICE=first
TWICE=second
