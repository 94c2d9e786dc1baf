# note: Bytes can be formatted by percent, with bytes for text.
HEADER = b"%s: %d" % (b"Content-Length", 42)
REPR = b"%r and %a" % ("é", "é")
HEX = b"%02x" % 10
