# note: A brace that stands alone has to be doubled.
TEMPLATE = "body { color: red; } %s}".format()
