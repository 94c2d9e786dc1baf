# note: `DJANGO_ENV` chooses the section, in any case; the variable is a setting as well.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_ENV=Production
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
DEBUG = True

settings = dynaconf.DjangoDynaconf(__name__)
# --- config/settings.yaml ---
default:
  NAME: default
  LIST: [a]
  TABLE:
    one: 1
development:
  NAME: development
production:
  DEBUG: false
  NAME: production
  LIST: [b, dynaconf_merge]
  TABLE:
    two: 2
    dynaconf_merge: true
global:
  LAST: 1.5
  EMPTY:
