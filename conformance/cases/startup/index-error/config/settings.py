PARTS = 'a'.split(':')
PORT = PARTS[1]
