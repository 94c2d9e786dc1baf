# note: A slice with a step takes as many items as it has places.
ITEMS = [1, 2, 3, 4]
ITEMS[::2] = [1]
