# note: An argument without a field stops the settings.
URL = "http://%s/" % ("localhost", 8000)
