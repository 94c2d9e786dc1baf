# note: f-strings, `%` and `format` fill values into a text, each by specifications of its own, and nested fields come first.
NAME, PORT, RATIO = 'shop', 5432, 0.12345
F_STRING = f'{NAME}:{PORT}/{RATIO:.2f}'
F_SPECS = f'{PORT:>8}|{PORT:<8}|{PORT:^8}|{PORT:08d}|{PORT:,}|{PORT:x}|{PORT:#x}|{RATIO:.1%}|{RATIO:e}|{NAME!r}|{NAME:*^9}'
F_NESTED = f'{NAME:{8}}|{RATIO:.{3}f}'
F_EXPRESSION = f'{NAME.upper()}-{PORT + 1}-{"yes" if PORT else "no"}'
F_DEBUG = f'{PORT=}, {NAME = }'
F_BRACES = f'{{literal}} {NAME}'
PERCENT = 'host=%s port=%d' % (NAME, PORT)
PERCENT_MAP = '%(name)s at %(port)05d' % {'name': NAME, 'port': PORT}
PERCENT_SPECS = '%5.2f|%-6s|%+d|%x|%r|%%|%c' % (RATIO, 'ab', 7, 255, 'q', 'Z')
PERCENT_SINGLE = 'prefix.%s' % NAME
FORMAT = '{}:{}'.format(NAME, PORT)
FORMAT_INDEX = '{1}-{0}-{1}'.format('a', 'b')
FORMAT_NAMED = '{host}/{0}/{db[name]}'.format('x', host='h', db={'name': 'n'})
FORMAT_SPECS = '{:>6}|{:06.2f}|{!r:>5}|{:,}'.format('ab', 3.14159, 'x', 1234567)
REPRS = repr([1, 'a', None, True, 1.0, b'x', (1,), {'k': {1}}]), str((1, 2)), repr("it's"), repr('"\''), str(1e16), str(1e-7), repr(0.1 + 0.2)
STRS = str(True), str(None), str(3.0), str(10 ** 20), str({'a': 1}), str([]), str(set())
