# note: In 1.1 config hands ssl_require on in the place of health checks.
# version: dj-database-url==1.1.0
# env: DATABASE_URL=postgres://h/n
import dj_database_url

CONFIGURED = dj_database_url.config(ssl_require=True)
PARSED = dj_database_url.parse("postgres://h/n", ssl_require=True)
