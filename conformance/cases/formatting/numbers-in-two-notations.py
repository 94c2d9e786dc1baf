# note: `%` and f-strings write a number in the same forms, but only f-strings group digits and show per cents.
RATIO, PORT = 3.14159, 42
PERCENT = "%5.1f|%05d|%+d|% d|%o|%X|%#x" % (RATIO, PORT, 5, 5, 8, 255, 255)
EXPONENTS = "%e|%g|%g" % (12345.678, 0.0001, 1e20)
CUT = "%-10s|%5s|%.2s" % ("a", "b", "xyz")
FIELDS = f"{RATIO:10.3f}|{PORT:<6}|{-PORT:=+8d}|{255:b}|{255:#o}|{3:03}"
GROUPED = f"{1234567.891:,.2f}", f"{12345:_}", f"{0.256:%}"
HALVES = f"{2.5:.0f}", f"{0.5:.0f}", f"{1.5:.0f}"
GENERAL = f"{1e10:g}", f"{1e100:.3g}", f'{"x":>3}', f"{True!s:>6}"
