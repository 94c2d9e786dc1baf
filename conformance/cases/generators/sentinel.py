# note: `iter` with a sentinel calls until it comes.
lines = ["a", "b", "", "c"]
READ = list(iter(lambda: lines.pop(0), ""))
LEFT = lines
