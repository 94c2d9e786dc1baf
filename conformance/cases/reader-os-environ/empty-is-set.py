# note: A variable that is set to nothing is set: its default is not used, and only its truth is false.
# env: EMPTY=
import os

GOT = os.environ.get("EMPTY", "default")
GETENV = os.getenv("EMPTY", "default")
OR_DEFAULT = os.environ.get("EMPTY") or "default"
IS_SET = "EMPTY" in os.environ
HOSTS = os.environ.get("NOT_THERE", "").split(",")
TRUTH = bool(os.environ.get("EMPTY"))
