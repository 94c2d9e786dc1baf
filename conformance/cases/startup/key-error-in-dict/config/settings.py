D = {'a': {}}
X = D['a']['missing']
