# note: A handler with a filter that is not defined stops Django.
LOGGING = {
    "version": 1,
    "handlers": {"mail": {"class": "django.utils.log.AdminEmailHandler", "filters": ["require_debug_false"]}},
}
