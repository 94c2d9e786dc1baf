# note: Values are text: any text is true, and comparisons tell case.
# env: FLAG=False
# env: COUNT=07
import os

TRUTH = bool(os.environ["FLAG"])
COMPARED = os.environ["FLAG"] == "False", os.environ["FLAG"] == False, os.environ["FLAG"] in ("false", "0")
NUMBER = int(os.environ["COUNT"])
LOOKED_UP = os.environ.get("flag", "names have a case")
