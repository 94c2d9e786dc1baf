# note: URL values read DATABASE_URL and EMAIL_URL without a prefix; an e-mail URL gives several settings.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DATABASE_URL=postgres://shop:pw@db.example/shop
# env: EMAIL_URL=smtps://robot:pw@mail.example:465
from configurations import Configuration, values


class Production(Configuration):
    DATABASES = values.DatabaseURLValue("sqlite:///db.sqlite3", conn_max_age=60)
    REPLICA = values.DatabaseURLValue("sqlite:///replica.sqlite3", environ_name="REPLICA_URL", alias="replica")
    EMAIL = values.EmailURLValue()
