# note: Characters outside of ASCII, empty texts and steps of slices do what Unicode and CPython say.
T = 'The Quick'
MISC = [
    'a,b;c'.replace(',', ';').split(';'), 'x=1&y=2'.split('&')[1].split('='), '  lead'.lstrip(), 'trail  '.rstrip(), '/a/b/'.strip('/'),
    'www.example.com'.lstrip('w.'), 'a\tb\nc'.split(), 'abc'.isalnum(), 'a c'.isalnum(), ' '.isspace(), 'Title Case'.istitle(), 'abc'.islower(),
    'id_1'.isidentifier(), '１'.isdigit(), '½'.isnumeric(), 'ß'.casefold(), 'İ'.lower(), 'ǆ'.title(), 'hello'.rindex('l'), 'a.b.c'.rsplit('.', 1), 'a'.join('xyz'),
    'tESt'.swapcase(), '%'.join(['a', 'b']), 'x'.zfill(0), '+5'.zfill(4), 'aXbX'.rstrip('X'), 'mississippi'.count('ss'), 'abc'.find('c', 0, 2), 'a b c'.split(' ', 1),
    'one two'.title(), "they're".title(), 'ab'.center(7, '.'), 'ab'.center(6, '.'), 'abc'[::2], 'abc'[5:1:-1], 'abc'[-2], 'x' in '', 'abc' == "abc", 'a' 'b' "c",
    'A' < 'a' < 'b', 'abc'.startswith('b', 1), 'abc'.startswith(('x', 'a')), ''.startswith(''), 'line1\nline2'.splitlines(), '\x0b\x1c'.split(), 'a\x85b'.splitlines(),
]
ESCAPED = 'tab\there', 'nl\\n', "q'q", 'q"q', 'both\'"', '\x00', '\x7f', 'é', '\u200b', '\U0001f600', b'\x00\xff\n\''
REPRS = [repr(x) for x in ESCAPED]
ASCII = ascii('é\U0001f600')
INTERPOLATED = '%-10s|%5s|%.2s' % ('a', 'b', 'xyz'), '%5.1f|%05d|%+d|% d|%o|%X|%#x|%e|%g|%g' % (3.14159, 42, 5, 5, 8, 255, 255, 12345.678, 0.0001, 1e20)
FLOATS = [str(x) for x in (0.1, 1.0, 1e22, 1e16, 123456789.123, 1e-5, 0.0001, -0.0, 1/3, 2**53 + 0.0, float('inf'), float('nan'), 5e-324)]
SPECS = [f'{3.14159:10.3f}|', f'{42:<6}|', f'{-42:=+8d}|', f'{1234567.891:,.2f}', f'{0.256:%}', f'{255:b}', f'{255:#o}', f'{1e10:g}', f'{"x":>3}', f'{True!s:>6}', f'{12345:_}', f'{3:03}', f'{2.5:.0f}', f'{0.5:.0f}', f'{1.5:.0f}', f'{1e100:.3g}']
