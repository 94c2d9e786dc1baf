PRESENT = True
EXTRA = 'x'
