/** `django.utils.log.DEFAULT_LOGGING`, the same since Django 1.9: the loggers that a project's LOGGING comes on top of. */

/** As JSON. */
export const djangoLoggingJson = JSON.stringify({
  version: 1,
  disable_existing_loggers: false,
  filters: {
    require_debug_false: {
      '()': 'django.utils.log.RequireDebugFalse',
    },
    require_debug_true: {
      '()': 'django.utils.log.RequireDebugTrue',
    },
  },
  formatters: {
    'django.server': {
      '()': 'django.utils.log.ServerFormatter',
      format: '[{server_time}] {message}',
      style: '{',
    },
  },
  handlers: {
    console: {
      level: 'INFO',
      filters: ['require_debug_true'],
      class: 'logging.StreamHandler',
    },
    'django.server': {
      level: 'INFO',
      class: 'logging.StreamHandler',
      formatter: 'django.server',
    },
    mail_admins: {
      level: 'ERROR',
      filters: ['require_debug_false'],
      class: 'django.utils.log.AdminEmailHandler',
    },
  },
  loggers: {
    django: {
      handlers: ['console', 'mail_admins'],
      level: 'INFO',
    },
    'django.server': {
      handlers: ['django.server'],
      level: 'INFO',
      propagate: false,
    },
  },
});
