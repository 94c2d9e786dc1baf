# note: A time zone of None is not looked up.
TIME_ZONE = None
