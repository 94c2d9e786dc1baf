# note: User, password, host and name are percent-decoded; the port is a number, and missing parts are empty text.
import dj_database_url

FULL = dj_database_url.parse("postgres://shop:p%40ss%2Fword@DB.Example.com:5433/shop%20db")
SHORT = dj_database_url.parse("mysql:///shop")
SOCKET = dj_database_url.parse("postgres://%2Fvar%2Frun%2Fpostgresql/shop")
IPV6 = dj_database_url.parse("postgres://[::1]:5432/shop")
