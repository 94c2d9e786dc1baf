# note: Lists are compared item by item, then by length.
COMPARED = [[1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], ["b"] > ["a", "z"], [1] == (1,)]
