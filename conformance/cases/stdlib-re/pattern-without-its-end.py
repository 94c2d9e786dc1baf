# note: A pattern whose group is not closed stops the settings where it is compiled.
import re

IGNORABLE_404_URLS = [
    re.compile(r"^/favicon\.ico$"),
    re.compile(r"^/(?:robots|humans\.txt$"),
]
