# note: Validators are asked after the cast; what they refuse is listed in the error.
# env: COLOUR=purple
# env: WORKERS=99
from environs import Env, EnvError, ValidationError, validate

env = Env()


def even(number):
    if number % 2:
        raise ValidationError("odd")


def said(read):
    try:
        return read()
    except EnvError as error:
        return str(error)


COLOUR = said(lambda: env.str("COLOUR", validate=validate.OneOf(["red", "blue"])))
LENGTH = said(lambda: env.str("COLOUR", validate=[validate.Length(max=3), validate.Regexp("^r")]))
WORKERS = said(lambda: env.int("WORKERS", validate=[validate.Range(min=1, max=8), even]))
FINE = env.int("WORKERS", validate=lambda n: n > 1)
UNCHECKED = env.int("NOPE", 3, validate=even)
