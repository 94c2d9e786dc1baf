# note: The query goes into OPTIONS: digits are numbers, true and false truth values, repeated names lists.
import dj_database_url

POSTGRES = dj_database_url.parse("postgres://h/n?sslmode=require&connect_timeout=10&pool=TRUE&a=1&a=x&empty=")
SCHEMA = dj_database_url.parse("postgis://h/n?currentSchema=shop")
MYSQL = dj_database_url.parse("mysql://h/n?ssl-ca=/etc/ca.pem&charset=utf8mb4")
AGE = dj_database_url.parse("postgres://h/n?conn_max_age=600")["CONN_MAX_AGE"]
