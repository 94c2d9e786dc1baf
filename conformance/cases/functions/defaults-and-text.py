# note: A function keeps its defaults and the text it begins with.
def mailer(host="localhost", port=25, *, tls=False):
    "Where mail goes."


DEFAULTS = mailer.__defaults__
KEYWORD_DEFAULTS = mailer.__kwdefaults__
TEXT = mailer.__doc__
NAME = (mailer.__name__, mailer.__qualname__, mailer.__module__, (lambda: 0).__name__)
