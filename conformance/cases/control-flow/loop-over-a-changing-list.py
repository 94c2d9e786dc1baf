# note: A loop goes over a list as it is when each item is asked for.
QUEUE = ["a", "b"]
SEEN = []
for name in QUEUE:
    SEEN.append(name)
    if len(QUEUE) < 4:
        QUEUE.append(name * 2)
NUMBERS = [1, 2, 3, 4]
for number in NUMBERS:
    if number % 2:
        NUMBERS.remove(number)
SIZES = {"a": 1}
try:
    for key in SIZES:
        SIZES[key + "x"] = 2
except RuntimeError as error:
    CHANGED = str(error)
