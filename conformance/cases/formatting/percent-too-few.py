# note: A field without an argument stops the settings.
URL = "http://%s:%s/" % ("localhost",)
