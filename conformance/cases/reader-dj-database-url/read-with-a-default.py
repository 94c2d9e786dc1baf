# note: Where the variable is not set the default is parsed, and without a default the dict is empty.
# env: DATABASE_URL=postgres://user:pa%23ss@host.example.org:6543/name
# env: REPLICA_URL=postgresql://u@h/n
import dj_database_url
DATABASES = {
    'default': dj_database_url.config(default='sqlite:///db.sqlite3', conn_max_age=600),
    'parsed': dj_database_url.parse('mysql://root:secret@127.0.0.1:3306/shop?charset=utf8mb4'),
    'named': dj_database_url.config('REPLICA_URL', conn_health_checks=True, ssl_require=True),
    'memory': dj_database_url.parse('sqlite://:memory:'),
}
EMPTY = dj_database_url.config(env='NOT_SET')
