# note: Numbers are written in bases with their sign before the prefix.
TEXTS = [hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(0), hex(True), f"{255:x}", f"{255:#o}"]
CHARACTERS = [chr(65), chr(8364), chr(128512), ord("A"), ord("€"), ord("😀")]
