# note: The alphabets of `string` are texts, with which keys and names are checked.
import string
ALPHABET = string.ascii_letters + string.digits
OTHERS = [string.ascii_lowercase, string.ascii_uppercase, string.hexdigits, string.octdigits, string.punctuation, string.whitespace, string.printable]
CLEAN = "".join(char for char in "a-b_c!" if char in string.ascii_letters + "_")
