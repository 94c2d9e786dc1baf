# note: Methods of strings give new strings, and count characters, not bytes.
# unknown: ESCAPES
PLAIN = 'single' "double" '''triple'''
RAW = r'\d+\n'
ESCAPES = '\x41\u00e9\U0001F600\t\101\N{BULLET}'
CONTINUED = 'one \
two'
JOINED = ', '.join(['a', 'b', 'c'])
SPLIT = 'a,b,,c'.split(','), ' a  b '.split(), ''.split(','), ''.split(), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1)
STRIPPED = '  x '.strip(), 'xxayxx'.strip('x'), 'prefix-name'.removeprefix('prefix-'), 'name.py'.removesuffix('.py')
CASED = 'Hello World'.lower(), 'straße'.upper(), 'hello world'.title(), 'hELLO'.capitalize(), 'Ab'.swapcase()
REPLACED = 'a-b-c'.replace('-', '_'), 'aaa'.replace('a', 'b', 2)
TESTED = 'abc'.startswith('ab'), 'abc'.endswith(('x', 'bc')), 'abc'.isupper(), 'ABC'.isupper(), '12'.isdigit(), ''.isalpha()
FOUND = 'hello'.find('l'), 'hello'.rfind('l'), 'hello'.index('e'), 'hello'.count('l'), 'hello'.find('z')
SLICES = 'hello'[1:3], 'hello'[::-1], 'hello'[-3:], 'hello'[10:], 'hello'[0], 'hello'[-1]
PARTS = 'key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('=')
TIMES = 'ab' * 3, 3 * '-', 'x' * 0, 'x' * -1
LINES = 'a\nb\r\nc'.splitlines(), 'a\nb\n'.splitlines(True)
PADDED = 'x'.center(5, '*'), '7'.zfill(3), '-7'.zfill(4), 'x'.ljust(3) + '|', 'x'.rjust(3)
MEMBER = 'ell' in 'hello', '' in 'x', 'z' not in 'hello'
UNICODE_LENGTH = len('a\U0001F600b'), 'a\U0001F600b'[1:2]
ENCODED = 'é'.encode(), 'é'.encode('latin-1'), b'caf\xc3\xa9'.decode('utf-8')
BYTES = b'abc' + bytes([100]), b'abc'[0], b'abc'[1:]
ORDERED = ord('A'), chr(955), 'b' > 'a', 'Z' < 'a'
TRANSLATED = 'abc'.translate(str.maketrans('ab', 'xy'))
EXPANDED = 'a\tb'.expandtabs(4)
