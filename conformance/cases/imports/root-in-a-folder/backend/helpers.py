TWICE = lambda x: x * 2
