# note: Addresses with several hosts, brackets or sockets are taken apart, or refused in urllib's words.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.db_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'psql://u:p@h/db',
    'cockroachdb://h/db',
    'cockroach://h/db',
    'redshift://u:p@h:5439/db',
    'postgres://u:p@h1:1,h2:2/db',
    'postgres://u:p@h1,h2/db',
    'postgres://u:p@[::1]:5432/db',
    'postgres://u:p@[1.2.3.4]/db',
    'postgres://u:p@[::1/db',
    'postgres://u:p@h/db?a=1&a=2&b=true&c=&d=False',
    'postgres://u:p@h/cloudsql/x:y:z/db',
    'postgres:////cloudsql/p:r:i/db',
    'ldap://h:389/x',
    'ldap://h',
    'spatialite:///x.db',
    'postgres://u:p@h/db?ATOMIC_REQUESTS=True&autocommit=false&CONN_HEALTH_CHECKS=none&conn_max_age=None&x=10',
    'postgres://u:p@h/a%20b+c',
    'postgresql+psycopg2://u:p@h/db',
    'POSTGRES://U:P@H/DB',
    'postgres://user@h:0/db',
    'mysql://u:p@h/db?charset=utf8mb4&init_command=SET%20x',
    'postgres://u:p@h/db#frag',
    'postgres://h',
    'timescale://u:p@h/d',
    'pyodbc://u:p@h/d',
    'mysql-connector://u:p@h/d',
    '${DATABASE_URL}',
    'pgsql://u:p@h/db?search=x%2Cy',
]
READ = [read(url) for url in URLS]
