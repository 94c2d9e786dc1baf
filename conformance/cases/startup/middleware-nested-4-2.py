# note: A list within the list of middleware is no name.
# django: 4.2
MORE = ["django.middleware.common.CommonMiddleware"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", MORE]
