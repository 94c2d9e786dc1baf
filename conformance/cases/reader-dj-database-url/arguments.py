# note: Arguments become keys of their own, ssl_require an option that beats the URL's.
import dj_database_url

URL = "postgres://h/n?sslmode=prefer"
DATABASE = dj_database_url.parse(URL, conn_max_age=None, conn_health_checks=True, ssl_require=True)
TESTED = dj_database_url.parse(URL, test_options={"NAME": "t"}, disable_server_side_cursors=True)
ENGINE = dj_database_url.parse(URL, engine="django_prometheus.db.backends.postgresql")["ENGINE"]
EMPTY = dj_database_url.parse(URL, engine="", test_options={})
SQLITE = dj_database_url.parse("sqlite:///x", ssl_require=True)["OPTIONS"]
