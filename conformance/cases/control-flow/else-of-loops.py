# note: The `else` of a loop runs where no `break` ended it.
for engine in ["mysql", "sqlite"]:
    if engine == "postgres":
        break
else:
    ENGINE = "default"
tries = 3
while tries:
    tries -= 1
    if tries == 1:
        break
else:
    EXHAUSTED = True
LEFT = tries
LAST = engine
