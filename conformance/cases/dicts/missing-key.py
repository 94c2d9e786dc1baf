# note: A key that is not there stops the settings.
DATABASES = {"default": {"ENGINE": "sqlite3"}}
NAME = DATABASES["default"]["NAME"]
