# note: A variable that is set to nothing beats the default, and gives an empty dictionary.
# env: DATABASE_URL=
# env: REPLICA_URL=mysql://replica/shop
import dj_database_url

EMPTY = dj_database_url.config(default="sqlite:///db.sqlite3")
REPLICA = dj_database_url.config(env="REPLICA_URL", default="sqlite:///db.sqlite3", conn_max_age=60)
MISSING = dj_database_url.config("ARCHIVE_URL")
DEFAULTED = dj_database_url.config("ARCHIVE_URL", "sqlite:///archive.sqlite3")
