# note: The old settings of e-mail and MAILERS exclude each other.
# django: 6.1
MAILERS = {'default': {'BACKEND': 'django.core.mail.backends.smtp.EmailBackend'}}
EMAIL_HOST = 'x'
EMAIL_PORT = 25
