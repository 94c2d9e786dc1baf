# note: DOTENV names a file of plain lines; what the environment has already wins, and `export` lines are passed over.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_PORT=9000
import os

from configurations import Configuration, values


class Production(Configuration):
    DOTENV = os.path.join(os.path.dirname(__file__), "prod.env")
    PORT = values.IntegerValue(80)
    TITLE = values.Value("none")
    SKIPPED = values.Value("none")
    COMMENT = values.Value()
# --- config/prod.env ---
DJANGO_PORT=8000
DJANGO_TITLE="A \"good\" shop"
export DJANGO_SKIPPED=1
DJANGO_COMMENT=text # kept
