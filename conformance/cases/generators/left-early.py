# note: What stands after the last item that was taken never runs.
SEEN = []


def ports():
    for port in (8000, 8001, 8002):
        SEEN.append(port)
        yield port


for PORT in ports():
    if PORT == 8001:
        break
