# note: What only the branch that was not taken defines does not exist.
# env: STAGE=production
import os

if os.environ["STAGE"] == "development":
    INTERNAL_IPS = ["127.0.0.1"]

    def toolbar():
        return True
else:

    def toolbar():
        return False


SHOW = toolbar()
HAS_IPS = "INTERNAL_IPS" in globals()
