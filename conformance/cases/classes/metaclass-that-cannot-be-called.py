# note: A metaclass must be something that can be called.
NAME = "Flags"


class Features(metaclass=NAME):
    limit = 5
