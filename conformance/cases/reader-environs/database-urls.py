# note: The Django readers hand the URL to their own packages, and their default as well.
# env: DATABASE_URL=postgres://shop:p%40ss@db.example:5433/shop
from environs import Env

env = Env()
DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=60)}
OTHER = env.dj_db_url("OTHER_URL", default="sqlite:///db.sqlite3")
EMAIL = env.dj_email_url("EMAIL_URL", default="smtp://")
