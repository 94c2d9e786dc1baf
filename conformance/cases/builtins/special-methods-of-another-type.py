# note: A special method refuses what is not of its type.
def refusal(function, *arguments):
    try:
        function(*arguments)
    except TypeError as error:
        return str(error)


REFUSED = [
    refusal(int.__add__, "1", 2),
    refusal(str.__len__, ["a"]),
    refusal(dict.__getitem__, ["a"], 0),
    refusal(list.__contains__, "ab", "a"),
    refusal(float.__round__, "1.5"),
]
