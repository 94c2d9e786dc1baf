# note: Whole numbers have their own words for a division by zero.
WORKERS = 8 // 0
