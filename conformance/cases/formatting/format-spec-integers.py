# note: Sign, base, grouping and zero padding of whole numbers; zeros that fill up are grouped too.
SIGNS = [format(42, spec) for spec in ("+", " ", "-", "+d")]
BASES = [format(255, spec) for spec in ("b", "o", "x", "X", "#x", "#b", "08b", "#010x", "_b")]
GROUPS = [format(1234567, spec) for spec in (",", "_", "012,", "+,", "_x")]
PADDED = [format(-42, spec) for spec in ("05", "<6", "^7", "=6", "*=6", ">6")]
OTHERS = [format(42, ".1f"), format(42, "e"), format(0.5, "%"), format(65, "c"), format(True), format(True, "d")]
