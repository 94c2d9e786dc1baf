# note: The `else` of a loop runs where no `break` left it, and a loop's variable stays after it.
APPS = ['django.contrib.auth', 'shop', 'blog']
OWN = []
for app in APPS:
    if app.startswith('django.'):
        continue
    OWN.append(app)
else:
    FINISHED = True
for INDEX, APP in enumerate(OWN):
    globals()['APP_%d' % INDEX] = APP
COUNT = 0
while True:
    COUNT += 1
    if COUNT >= 5:
        break
else:
    NEVER = True
LOADERS = {name: {'level': 'INFO'} for name in OWN}
SQUARES = [x * x for x in range(5) if x % 2]
PAIRS = [(a, b) for a in 'ab' for b in (1, 2)]
FLAT = [item for row in [[1, 2], [3]] for item in row]
UNIQUE = {len(name) for name in APPS}
TOTAL = sum(len(name) for name in APPS)
FIRST = next((name for name in APPS if 'log' in name), None)
ANY = any(name == 'shop' for name in APPS)
for KEY, VALUE in {'a': 1, 'b': 2}.items():
    LAST = KEY, VALUE
del app
