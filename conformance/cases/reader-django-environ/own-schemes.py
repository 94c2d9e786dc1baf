# note: Projects change the tables of the class, and its readers go by them.
import environ

environ.Env.DB_SCHEMES["postgres"] = "django_prometheus.db.backends.postgresql"
env = environ.Env()
DATABASE = env.db(default="postgres://h/n")
CONFIG = environ.Env.email_url_config("consolemail://")
