# note: Without a path the file is looked for from the settings upwards; other names can be asked for.
from dotenv import find_dotenv, load_dotenv

NEAREST = find_dotenv()
OTHER = find_dotenv("site.env")
NONE = find_dotenv("none.env")
# --- config/.env ---
A=1
# --- .env ---
A=2
# --- site.env ---
A=3
