# note: Before 3 projects put their own backends into a dictionary.
# version: dj-database-url==2.1.0
import dj_database_url

dj_database_url.SCHEMES["postgres"] = "django_prometheus.db.backends.postgresql"
DATABASE = dj_database_url.parse("postgres://h/n?currentSchema=x")
