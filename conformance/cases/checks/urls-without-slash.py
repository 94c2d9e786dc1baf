# note: URLs of files must end with a slash, and an empty one counts as the root.
STATIC_URL = "static"
MEDIA_URL = ""
