# note: A project may start from Django's logging and change its own copy.
import copy

from django.utils.log import DEFAULT_LOGGING

LOGGING = copy.deepcopy(DEFAULT_LOGGING)
LOGGING["handlers"]["console"]["level"] = "WARNING"
SERVER = DEFAULT_LOGGING["formatters"]["django.server"]
