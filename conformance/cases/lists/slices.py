# note: Slices never fail, count from the end and step both ways.
ITEMS = [0, 1, 2, 3, 4]
SLICES = [ITEMS[1:3], ITEMS[:-1], ITEMS[-2:], ITEMS[::2], ITEMS[::-1], ITEMS[3:1], ITEMS[10:], ITEMS[4:0:-2], ITEMS[-100:2]]
COPY = ITEMS[:]
COPY.append(5)
