# note: A time zone that does not exist stops Django.
TIME_ZONE = 'Europe/Berlinn'
