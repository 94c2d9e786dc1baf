# note: The methods of bytes are those of text, over ASCII.
LINES = [b"a\r\nb\nc\x0bd".splitlines(), b" a b ".split(), b"a,b".split(b","), b"k=v".partition(b"=")]
CASES = [b"Hello".upper(), "é".encode().upper(), b"hello world".title(), b"abc".isalpha(), b"12".isdigit()]
CHANGED = [b"aXb".replace(b"X", b"-"), b" x ".strip(), b"7".zfill(3), b"ab".center(6, b"*"), b",".join([b"a", b"b"])]
FOUND = [b"abc".find(b"c"), b"abc".find(98), b"abc".count(b"z"), b"abc".startswith((b"x", b"a"))]
