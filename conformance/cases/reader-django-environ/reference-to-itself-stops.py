# note: A variable that refers to itself is followed without end.
# env: LOOP=$LOOP
import environ

env = environ.Env()
LOOP = env("LOOP")
