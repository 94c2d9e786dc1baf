# note: A code point ends at 0x10ffff.
MARK = chr(0x110000)
