# note: The message of a KeyError is the repr of the key.
D = {'a': {}}
X = D['a']['missing']
