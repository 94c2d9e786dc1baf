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
