# note: An exception that is no group is put into a tuple of one for `except*`; a subclass of groups takes a message and parts.
class Several(ExceptionGroup):
    pass


try:
    raise ValueError("port")
except* ValueError as error:
    TEXT = repr(error)
try:
    Several()
except TypeError as error:
    REASON = str(error)
try:
    try:
        raise ValueError("port")
    except* int:
        pass
except TypeError as error:
    CONTEXT = repr(error.__context__)
