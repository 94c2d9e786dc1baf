# note: Multiplying a list repeats references, and `dict.fromkeys` gives every key the same value.
ROWS = [[0] * 2] * 3
ROWS[0][0] = 1
QUEUES = dict.fromkeys(["mail", "web"], [])
QUEUES["mail"].append("job")
