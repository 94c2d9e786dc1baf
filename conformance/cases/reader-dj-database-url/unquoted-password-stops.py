# note: A password with a slash or a port that is no number makes the URL no URL.
# env: DATABASE_URL=postgres://shop:pass/word@db:5432/shop
import dj_database_url

DATABASES = {"default": dj_database_url.config(conn_max_age=600)}
