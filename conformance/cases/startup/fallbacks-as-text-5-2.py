# note: SECRET_KEY_FALLBACKS must be a list or a tuple.
SECRET_KEY_FALLBACKS = 'old'
