# note: A tuple is taken for the arguments, so that one tuple to show needs a tuple around it.
VERSION = (5, 2)
SHOWN = "Django %s" % (VERSION,)
DOTTED = "Django %d.%d" % VERSION
LISTED = "%s" % [1, 2]
