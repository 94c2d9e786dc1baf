# note: Django's own defaults can be read and built upon.
from django.conf import global_settings

MIDDLEWARE = global_settings.MIDDLEWARE + ["shop.middleware.Basket"]
LANGUAGES = [pair for pair in global_settings.LANGUAGES if pair[0] in ("de", "en")]
FILE_UPLOAD_HANDLERS = list(reversed(global_settings.FILE_UPLOAD_HANDLERS))
DATE_FORMAT = global_settings.DATE_FORMAT
PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS[:1]
