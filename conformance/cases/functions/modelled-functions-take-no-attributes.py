# note: Functions written in C and bound methods have no attributes of their own, and say so.
from os import getcwd
from urllib.parse import urlparse


class Site:
    def open(self):
        return "open"


WORDS = []
for function in (len, getcwd, [].append, Site().open, "".__len__, str.join, str.__len__, urlparse):
    try:
        del function.hostname
    except AttributeError as error:
        WORDS.append(str(error))
for function in (len, [].append, Site().open, str.join):
    try:
        function.hostname = "a.org"
    except AttributeError as error:
        WORDS.append(str(error))
