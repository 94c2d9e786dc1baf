# note: Before 1.1 there was no argument for health checks.
# version: dj-database-url==1.0.0
import dj_database_url

DATABASE = dj_database_url.parse("postgres://h/n", conn_health_checks=True)
