# note: `read_env` sets only variables that are not set, and takes quotes and `export` away.
# env: WINS=environment
from pathlib import Path
import environ
BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / '.env')
DEBUG = env.bool('DEBUG', default=True)
SECRET_KEY = env('SECRET_KEY')
HOSTS = env.list('ALLOWED_HOSTS')
WINS = env('WINS')
# --- .env ---
DEBUG=off
SECRET_KEY="quoted # value"
export ALLOWED_HOSTS=a.org,b.org
WINS=file
