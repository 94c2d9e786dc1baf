# note: float reads exponents, infinity and numbers in any case, and what overflows is infinite.
READ = [float(text) for text in ("1.5", " 2 ", "1e3", ".5", "5.", "-1E-2", "1_000.5", "inf", "-Infinity", "1e400", "１.５")]
NAN = float("nan") == float("nan")
OTHERS = [float(), float(3), float(True)]
