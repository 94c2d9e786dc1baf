# note: Exceptions refuse arguments of their own, and an OSError keeps its file apart from the others.
def refusal(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except TypeError as error:
        return str(error)


REFUSED = [
    refusal(ImportError, "no", module="x"),
    refusal(ModuleNotFoundError, "no", module="x"),
    refusal(NameError, "no", names="x"),
    refusal(AttributeError, "no", value="x"),
    refusal(StopIteration, 1, value=1),
    refusal(UnicodeDecodeError, "utf-8"),
    refusal(UnicodeTranslateError, "a", 1),
]
gone = OSError(2, "No such file", "/etc/shop.ini")
GONE = [gone.args, repr(gone), str(gone), gone.filename]
bare = OSError(2, "No such file")
BARE = [bare.args, repr(bare), str(bare), bare.filename]
