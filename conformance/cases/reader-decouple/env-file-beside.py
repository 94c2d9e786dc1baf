# note: A file `.env` is read where no variable is set, and a `#` after a value belongs to the value.
# env: WINS=environment
from decouple import config
DEBUG = config('DEBUG', cast=bool)
SECRET_KEY = config('SECRET_KEY')
NAME = config('NAME')
WINS = config('WINS')
# --- .env ---
# comment
DEBUG=False
SECRET_KEY = abc # not a comment
NAME="quoted"
WINS=file
