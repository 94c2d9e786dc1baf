# note: A `.env` file is loaded into the environment, which wins over it.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_WON=environment
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"

settings = dynaconf.DjangoDynaconf(__name__)
# --- .env ---
DJANGO_WON=file
DJANGO_DEBUG=true
export DJANGO_HOSTS='["a", "b"]'
OTHER_DEBUG=text
