SECRET_KEY = ''
assert SECRET_KEY, 'no key'
