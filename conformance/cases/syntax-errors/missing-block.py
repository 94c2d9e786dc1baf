# note: A block that is not indented is an IndentationError at the line where the block should be.
DEBUG = False
if not DEBUG:
X = 1
