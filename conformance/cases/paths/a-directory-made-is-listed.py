# note: A directory that the settings have made can be listed.
# unknown: NAMES
import os

home = os.path.join(os.path.dirname(__file__), "made")
os.makedirs(home)
NAMES = os.listdir(home)
STARTED = True
