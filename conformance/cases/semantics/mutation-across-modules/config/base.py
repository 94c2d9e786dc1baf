APPS = ['a']
D = {'x': {}}
N = 1
def add(x):
    APPS.append(x)
    global N
    N += 1
    return N
