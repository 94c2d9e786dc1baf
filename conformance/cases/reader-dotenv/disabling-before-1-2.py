# note: Before 1.2 that variable meant nothing.
# version: python-dotenv==1.1.1
# env: PYTHON_DOTENV_DISABLED=True
import os
from dotenv import load_dotenv

LOADED = load_dotenv()
COLOUR = os.environ["COLOUR"]
# --- .env ---
COLOUR=red
