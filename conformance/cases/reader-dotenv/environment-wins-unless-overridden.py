# note: load_dotenv leaves what is set alone, unless override says otherwise; it says whether it read anything.
# env: REGION=eu
import os
from dotenv import load_dotenv

FIRST = load_dotenv()
KEPT = os.environ["REGION"]
ADDED = os.environ["ZONE"]
SECOND = load_dotenv(override=True)
REPLACED = os.environ["REGION"]
MISSING = load_dotenv("none.env")
# --- .env ---
REGION=us
ZONE=a
