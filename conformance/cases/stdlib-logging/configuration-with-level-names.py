# note: Levels are numbers, `getLevelName` gives their names, and talking to a logger changes no setting.
import logging
import logging.config
LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'verbose': {'format': '{levelname} {message}', 'style': '{'}},
    'handlers': {'console': {'class': 'logging.StreamHandler', 'level': logging.INFO}},
    'root': {'handlers': ['console'], 'level': 'WARNING'},
}
LOGGING['loggers'] = {'django': {'handlers': ['console'], 'level': logging.getLevelName(logging.ERROR), 'propagate': False}}
LEVELS = logging.DEBUG, logging.WARNING, logging.CRITICAL
logging.getLogger(__name__).warning('hello %s', 'x')
logging.disable(logging.NOTSET)
