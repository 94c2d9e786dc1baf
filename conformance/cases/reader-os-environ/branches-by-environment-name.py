# note: The environment decides which branch runs, and what the other branches assign does not exist.
# env: ENVIRONMENT=production
import os
ENVIRONMENT = os.environ.get('ENVIRONMENT', 'development')
if ENVIRONMENT == 'production':
    DEBUG = False
    SECURE_SSL_REDIRECT = True
elif ENVIRONMENT == 'staging':
    DEBUG = False
else:
    DEBUG = True
MAPPING = {'production': 'prod.sqlite3'}.get(ENVIRONMENT, 'dev.sqlite3')
