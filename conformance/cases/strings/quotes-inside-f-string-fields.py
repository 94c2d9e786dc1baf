# note: Since Python 3.12 a field of an f-string may hold the quotes that stand around the f-string, also those of bytes.
CODE = "x"
HOST = f'({'b'}.example.com)'
BOTH = f"{CODE}-{"b"}" 'tail'
TYPE = f'{b'raw'!r} and {'b' 'c'}'
DEEP = f"{"a" f"{'b'}"}"
