# note: Three slashes are a relative path, four an absolute one, and nothing is memory; one spelling drops all arguments.
import dj_database_url

RELATIVE = dj_database_url.parse("sqlite:///db.sqlite3")
ABSOLUTE = dj_database_url.parse("sqlite:////srv/db.sqlite3")
MEMORY = dj_database_url.parse("sqlite://", conn_max_age=600)
SPELLED = dj_database_url.parse("sqlite://:memory:", conn_max_age=600, ssl_require=True)
