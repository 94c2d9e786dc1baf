# note: repr quotes with what needs fewest escapes and shows what cannot be printed as escapes.
TEXTS = [repr("plain"), repr("it's"), repr('say "x"'), repr("both '\""), repr("tab\t line\n"), repr("\x00\x7f\xa0\u200b")]
UNICODE = [repr("é😀"), ascii("é😀"), ascii("it's\n")]
NESTED = repr(["a", ("it's",), {"k": None}])
