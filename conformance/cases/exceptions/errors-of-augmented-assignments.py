# note: An augmented assignment that fails names its own operator, as `+=`, in the message.
PORT = 8000
WORKERS = [1, 2]
MESSAGES = []
for change in ["PORT += 'x'", "WORKERS -= [1]", "PORT **= 'two'", "WORKERS *= 'a'", "PORT @= 2"]:
    try:
        exec(change)
    except TypeError as error:
        MESSAGES.append(str(error))
