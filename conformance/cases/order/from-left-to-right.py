# note: Keys come before their values, arguments from left to right, and the value of an assignment before its subscript.
LOG = []
def log(value):
    LOG.append(value)
    return value
D = {log('k1'): log('v1'), log('k2'): log('v2')}
def f(a=log('default'), *args, **kwargs):
    return a
f(log('arg'), x=log('keyword'))
log('left') and log('right')
log('') or log('fallback')
R = log(1) < log(0) < log(5)
A = {}
A[log('key')] = log('value')
(log('x'), log('y'))
log('body') if log('test') else log('never')
[log(('inner', i)) for i in (1, 2)]
