# note: Before 0.4 a URL's parts stay as they are quoted, its query is left out, and a scheme that is not known gives no engine.
# version: dj-database-url==0.3.0
import dj_database_url

PLAIN = dj_database_url.parse("postgres://shop:p%40ss@db.example:5432/shop?sslmode=require")
ENGINE = dj_database_url.parse("mysql://db/shop", engine="own.engine")
NO_ENGINE = dj_database_url.parse("oracle://db/shop")
MEMORY = [dj_database_url.parse("sqlite://"), dj_database_url.parse("sqlite://:memory:"), dj_database_url.config()]
DEFAULT = dj_database_url.config(default="sqlite:///db.sqlite3")
try:
    dj_database_url.config(conn_max_age=600)
except TypeError as error:
    MESSAGE = str(error)
