# note: With MIDDLEWARE of None a check that looks into it fails and reports nothing; the checks of other settings go on.
MIDDLEWARE = None
SECRET_KEY = 'x'
