# note: References in braces are followed in every kind of quotes, with a fallback; to the environment first when it is not overridden.
# env: HOST=environment
import os
from dotenv import dotenv_values, load_dotenv

VALUES = dict(dotenv_values())
RAW = dict(dotenv_values(interpolate=False))
load_dotenv()
LOADED = os.environ["URL"]
# --- .env ---
HOST=file
URL=https://${HOST}/
SINGLE='${HOST}'
FALLBACK=${NOWHERE:-default}
EMPTY=[${NOWHERE}]
BARE=$HOST
LATER=${AFTER}
AFTER=x
