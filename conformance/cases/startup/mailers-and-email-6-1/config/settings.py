MAILERS = {'default': {'BACKEND': 'django.core.mail.backends.smtp.EmailBackend'}}
EMAIL_HOST = 'x'
EMAIL_PORT = 25
