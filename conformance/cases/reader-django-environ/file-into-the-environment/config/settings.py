from pathlib import Path
import environ
BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / '.env')
DEBUG = env.bool('DEBUG', default=True)
SECRET_KEY = env('SECRET_KEY')
HOSTS = env.list('ALLOWED_HOSTS')
WINS = env('WINS')
