# note: Width, precision and flags of a percent field stand in the text or come as arguments.
NUMBERS = ["%5d|" % 42, "%-5d|" % 42, "%05d" % -42, "%+d" % 42, "% d" % 42, "%08.3f" % 3.14159, "%.3d" % 5]
TEXTS = ["%5s|" % "ab", "%-5s|" % "ab", "%.2s" % "abc", "%5.1s|" % "abc"]
STARS = ["%*d" % (6, 42), "%-*d|" % (6, 42), "%.*f" % (2, 3.14159), "%*.*f" % (8, 1, 3.14159)]
