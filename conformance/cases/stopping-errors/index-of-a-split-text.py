# note: A text without the separator splits into one part, and there is no second.
PARTS = 'a'.split(':')
PORT = PARTS[1]
