# note: Three dots among the middleware stop the server, which loads the last one first.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    ...,
]
MIDDLEWARE = [None, *MIDDLEWARE]
