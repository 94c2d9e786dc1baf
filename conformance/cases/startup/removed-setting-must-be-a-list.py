# note: TEMPLATE_DIRS is long gone, and must be a list all the same.
# django: 6.1
TEMPLATE_DIRS = "templates"
