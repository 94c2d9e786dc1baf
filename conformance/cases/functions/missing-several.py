# note: Missing arguments are listed as English does.
def connect(host, port, user):
    return host


connect()
