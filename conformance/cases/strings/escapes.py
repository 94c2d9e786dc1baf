# note: Escapes give one character each, unknown ones stay as they are written, and raw strings know none.
NEWLINE = "first\nsecond\ttabbed"
HEX = "\x41\u00e9\U0001f600"
OCTAL = "\101\060\0"
QUOTES = ["it's", 'say "hi"', "both ' and \"", 'back\\slash']
CONTINUED = "one \
two"
PATTERN = r"^\d+\.html$"
WINDOWS_PATH = r"C:\new\table"
RAW_QUOTE = r"\""
