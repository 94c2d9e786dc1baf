# note: What is made at random cannot be known, but where the environment gives a value nothing random is left.
# env: GIVEN=x
# unknown: SECRET_KEY, TOKEN
import os
import secrets
from django.core.management.utils import get_random_secret_key
SECRET_KEY = os.environ.get('SECRET_KEY') or get_random_secret_key()
TOKEN = secrets.token_hex(16)
LENGTH = 32
GIVEN = os.environ.get('GIVEN', secrets.token_hex())
