# note: int reads blanks around, one sign, underscores between, prefixes where the base asks, and digits of every script.
READ = [int(text) for text in ("42", " 42\n", "+7", "-0", "1_000", "007", "٣", "１２")]
BASES = [int("ff", 16), int("0xff", 16), int("0b11", 0), int("0o17", 0), int("z", 36), int("10", base=2)]
OTHERS = [int(3.9), int(-3.9), int(True), int(b"12"), int()]
PORT = int("8000")
