NAME = 'a' + None
