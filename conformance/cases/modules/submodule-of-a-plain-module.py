# note: A standard module that is no package has no submodules, and saying so is a start-up error.
import os.environ

DEBUG = os.environ.get("DEBUG")
