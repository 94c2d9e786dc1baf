# note: Floats are rounded half to even on their exact value; without a type they read as repr does.
FIXED = [format(value, ".2f") for value in (1.005, 2.675, 0.125, 2.5, -0.001, 1e20)]
WHOLE = [format(value, ".0f") for value in (0.5, 1.5, 2.5)]
SCIENTIFIC = [format(12345.678, spec) for spec in ("e", ".2e", "E", ".0e")]
GENERAL = [format(value, "g") for value in (100000.0, 1000000.0, 0.0001, 0.00001, 1.10)]
PLAIN = [format(value, spec) for value in (3.14159, 100.0, 1e16) for spec in ("", ".3", "10.2", ",")]
SPECIAL = [format(float("inf"), ".2f"), format(float("-inf"), "08"), format(float("nan"), "F")]
NO_MINUS = [format(-0.001, "z.1f"), format(-0.001, ".1f")]
