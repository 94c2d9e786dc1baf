# note: Before 1.3 a scheme that is not known was a KeyError.
# version: dj-database-url==0.5.0
import dj_database_url

DATABASE = dj_database_url.parse("cockroach://h/n")
