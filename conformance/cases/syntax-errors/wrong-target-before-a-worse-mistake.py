# note: Of two mistakes that the reader of a file finds, the first counts.
DEBUG = False
"https" = "SECURE_PROXY"
ALLOWED_HOSTS = ["a" "b"
