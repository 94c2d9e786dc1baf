# note: A function written in C is no base of a class.
class Flags(getattr):
    pass
