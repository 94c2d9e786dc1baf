# note: What goes wrong in an annotation stops the settings, though a name in it that is not come to is not defined.
class Mail:
    host: sorted(range(1, 8, 0), key=missing) = "localhost"
