# note: What is thrown into a generator is raised at the line where it waits.
def hosts():
    yield "a"
    yield (
        "b"
    )


source = hosts()
FIRST = next(source)
SECOND = next(source)
source.throw(ValueError("no more"))
