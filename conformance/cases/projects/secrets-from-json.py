# note: A secret that the file lacks stops the settings, with the place where the helper raises.
import json
import os
from django.core.exceptions import ImproperlyConfigured
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
with open(os.path.join(BASE_DIR, 'secrets.json')) as f:
    secrets = json.loads(f.read())
def get_secret(setting, secrets=secrets):
    try:
        return secrets[setting]
    except KeyError:
        raise ImproperlyConfigured('Set the {0} environment variable'.format(setting))
SECRET_KEY = get_secret('SECRET_KEY')
DB_PASSWORD = get_secret('DB')['password']
MISSING = get_secret('NOT_THERE')
# --- secrets.json ---
{"SECRET_KEY": "from file", "DB": {"password": "p"}}
