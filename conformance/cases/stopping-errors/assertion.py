# note: A failed assertion stops with its message.
SECRET_KEY = ''
assert SECRET_KEY, 'no key'
