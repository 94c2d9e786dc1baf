# note: Where an unexpected keyword is nearly the name of a parameter, the error asks whether that was meant.
import datetime
import operator
from pathlib import Path


def connect(host, port=5432, *, timeout=30, **options):
    return host


def cache(location, /, lifetime=60, *, key_prefix=""):
    return location


def refusal(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except TypeError as error:
        return str(error)


WORDS = [
    refusal(cache, "a", life_time=1),
    refusal(cache, "a", Lifetime=1),
    refusal(cache, "a", locations=1),
    refusal(cache, "a", keyprefix=1),
    refusal(cache, "a", unrelated=1),
    refusal(sorted, [], revers=True),
    refusal("a".split, separ=","),
    refusal(int, "1", bas=2),
    refusal(bytes, "1", encodings="ascii"),
    refusal(datetime.timedelta, day=1),
    refusal(NameError, "a", names="a"),
]
