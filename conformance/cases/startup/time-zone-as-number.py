# note: A time zone that is no text stops Django.
TIME_ZONE = 1
