# note: Django works the seconds out of the days, which None has none of.
# django: 3.2
PASSWORD_RESET_TIMEOUT_DAYS = None
SECRET_KEY = "x" * 50
