# note: An empty separator stops the settings.
ALLOWED_HOSTS = "a.example,b.example".split("")
