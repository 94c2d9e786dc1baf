# note: Before 3 a scheme that is not known was a plain ValueError, unless the engine was given.
# version: dj-database-url==2.3.0
import dj_database_url

GIVEN = dj_database_url.parse("cockroachdb://h/n", engine="django_cockroachdb")["ENGINE"]
DATABASE = dj_database_url.parse("cockroachdb://h/n")
