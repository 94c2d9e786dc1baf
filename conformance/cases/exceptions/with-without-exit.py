# note: What is no context manager cannot be used as one.
class Session:
    def __enter__(self):
        return self


with Session() as session:
    NAME = "x"
