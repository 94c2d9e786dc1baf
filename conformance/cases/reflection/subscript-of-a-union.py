# note: A union of types takes no subscript.
MESSAGES = []
try:
    (int | str)[0]
except TypeError as error:
    MESSAGES.append(str(error))
