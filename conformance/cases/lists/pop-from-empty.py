# note: An empty list has nothing to give.
LAST = [].pop()
