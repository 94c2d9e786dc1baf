RATIO = 1 / 0
