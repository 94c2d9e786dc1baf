# note: A scheme that nobody registered stops the settings.
# env: DATABASE_URL=psql://shop@db/shop
import dj_database_url

DATABASES = {"default": dj_database_url.config()}
