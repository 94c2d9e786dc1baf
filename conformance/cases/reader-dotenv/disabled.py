# note: Since 1.2 a variable turns load_dotenv off; dotenv_values goes on.
# env: PYTHON_DOTENV_DISABLED=True
import os
from dotenv import dotenv_values, load_dotenv

LOADED = load_dotenv()
HERE = "COLOUR" in os.environ
VALUES = dict(dotenv_values())
# --- .env ---
COLOUR=red
