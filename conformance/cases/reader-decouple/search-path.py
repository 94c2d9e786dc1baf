# note: AutoConfig looks in the directory it is told and above, not beside the settings.
from pathlib import Path
from decouple import AutoConfig

BASE = Path(__file__).resolve().parent.parent
config = AutoConfig(search_path=BASE / "deploy" / "secrets")

TOKEN = config("TOKEN", default="none")
LEVEL = config("LEVEL", default="none")
FOUND = config.search_path == BASE / "deploy" / "secrets"
# --- deploy/.env ---
TOKEN=deployed
# --- config/.env ---
TOKEN=beside
LEVEL=beside
