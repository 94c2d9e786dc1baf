# note: `%` takes a mapping, a list or bytes without using it, but no number or set that is left over.
UNUSED = '%%' % [], '%%' % {'a': 1}, '%%' % b'', 'x' % {}
CHARS = '%c' % 'é', '%3c|' % 65, '%-3c|' % 'x', '%c' % True
MESSAGES = []
for wrong in (
    lambda: '%c' % 'ab',
    lambda: '%c' % {},
    lambda: '%(k)s' % [1],
    lambda: '%(k)s' % 3,
    lambda: '%%' % 3,
    lambda: '%%' % {1},
    lambda: '%d' % 'x',
    lambda: '%x' % 1.5,
    lambda: '{:,}'.format('x'),
    lambda: format(True, 's'),
):
    try:
        MESSAGES.append(wrong())
    except Exception as problem:
        MESSAGES.append((type(problem).__name__, str(problem)))
TITLES = 'ǆx'.title(), 'ßa'.title(), 'ß'.capitalize(), "it's o'neil".title()
