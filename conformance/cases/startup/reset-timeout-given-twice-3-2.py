# note: The two settings of the password reset's timeout exclude each other in Django 3.2.
# django: 3.2
PASSWORD_RESET_TIMEOUT = 1
PASSWORD_RESET_TIMEOUT_DAYS = 1
SECRET_KEY = 'x'
