# note: Percent formatting cuts, rounds or writes numbers in a base, as the letter says.
TEXT = "%s %r %a" % ("é", "é", "é")
WHOLE = "%d %i %u %d %d" % (42, 42, 42, 3.9, True)
BASES = "%x %X %o %#x %#o" % (255, 255, 8, 255, 8)
FLOATS = "%f %.2f %e %.1E %g %g %G" % (1.5, 2.675, 12345.678, 0.00012, 0.0001, 1e10, 1e-10)
CHARACTER = "%c%c" % (72, "i")
PERCENT = "%d%%" % 99
