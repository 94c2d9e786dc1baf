# note: A database URL's scheme decides the engine, and its query goes into OPTIONS but for what are settings of the database itself.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.db_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'postgres://u:p@h:5432/db',
    'postgresql://u:p%40x@host/db?sslmode=require',
    'postgres://u:p@h:5432/db?conn_max_age=600&options=-c%20x',
    'sqlite:///db.sqlite3',
    'sqlite:////abs/db.sqlite3',
    'sqlite://',
    'sqlite:///',
    'sqlite://:memory:',
    'sqlite:///:memory:',
    'mysql://u:p@h/db?ssl-ca=/x.pem&charset=utf8',
    'mysql2://u@h/db',
    'oracle://u:p@h:1521/orcl',
    'oracle://u:p@h/orcl',
    'oracle://u:p@:1521/',
    'mssql://u:p@h:1433/db',
    'mssqlms://u:p@h/db',
    'postgres://%2Fvar%2Frun%2Fpg/db',
    'postgres:////var/run/pg/db',
    'postgres:///db',
    'postgis://u:p@H.EXAMPLE:1/db?currentSchema=s',
    'postgres://u:p#ss@h:5432/db',
    'postgres://u:p/ss@h:5432/db',
    'postgres://u:p@h:notaport/db',
    'postgres://u:p@h:99999/db',
    'foo://h/db',
    '',
    'db.sqlite3',
]
READ = [read(url) for url in URLS]
