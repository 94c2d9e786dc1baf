# note: An import by levels is counted from the names that it is given: without any there is nothing to count from.
try:
    __import__('', {}, None, (), 1)
except KeyError as error:
    SAID = str(error)
