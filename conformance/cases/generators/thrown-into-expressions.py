# note: What is thrown into a generator expression comes from the place that it has come to, and ends it.
hosts = (
    host.lower()
    for host in
    ["A.org", "B.org"]
)
FIRST = next(hosts)
try:
    hosts.throw(KeyError("c.org"))
except KeyError as error:
    THROWN = error.args
REST = list(hosts)
numbers = (number for number in [1])
try:
    numbers.throw(KeyError)
except KeyError:
    NUMBERS = [*numbers]
lines = (
    line
    for line in [1, 2]
)
next(lines)
lines.throw(ValueError("stopped"))
