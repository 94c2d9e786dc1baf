DEBUG = False
if not DEBUG:
X = 1
