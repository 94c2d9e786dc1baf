# note: Whoever looks at a list while it is sorted sees an empty one; what is added to it then is lost, and refused.
HOSTS = ["c.org", "a.org", "b.org"]
SEEN = []


def key(host):
    SEEN.append(len(HOSTS))
    return host


HOSTS.sort(key=key)


def adding(host):
    PORTS.append(host)
    return host


PORTS = [3, 1, 2]
PROBLEMS = []
for sort in (lambda: PORTS.sort(key=adding), lambda: HOSTS.sort(key=lambda host: host.port)):
    try:
        sort()
    except (AttributeError, ValueError) as error:
        PROBLEMS.append(str(error))
AFTER = list(HOSTS), list(PORTS)
