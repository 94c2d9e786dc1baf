# note: A path that is read when the class is chosen is checked but stays as written; with a name given it becomes absolute.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
# env: DJANGO_DATA=config/../data
from configurations import Configuration, values


class Production(Configuration):
    MEDIA_ROOT = values.PathValue("config/../media", check_exists=False)
    DATA = values.PathValue("x", environ_name="DATA", check_exists=False)
