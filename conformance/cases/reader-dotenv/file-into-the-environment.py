# note: `load_dotenv` leaves set variables alone, expands references but not in single quotes, and reads escapes in double quotes.
# env: WINS=environment
import os
from pathlib import Path
from dotenv import load_dotenv
BASE_DIR = Path(__file__).resolve().parent.parent
LOADED = load_dotenv(BASE_DIR / '.env')
DEBUG = os.getenv('DEBUG') == 'True'
SECRET_KEY = os.getenv('SECRET_KEY')
SINGLE = os.getenv('SINGLE')
EXPANDED = os.getenv('EXPANDED')
WINS = os.environ['WINS']
MULTI = os.getenv('MULTI')
# --- .env ---
DEBUG=True
SECRET_KEY=abc#def # comment
SINGLE='single $DEBUG'
EXPANDED=${WINS}-x
WINS=file
MULTI="line\nbreak"
