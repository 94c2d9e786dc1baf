# note: Removing what is not there stops the settings.
MIDDLEWARE = ["a", "b"]
MIDDLEWARE.remove("c")
