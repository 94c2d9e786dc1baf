# note: A loop over a list goes by place, so that removing skips the next item.
ITEMS = [1, 2, 3, 4]
SEEN = []
for item in ITEMS:
    SEEN.append(item)
    if item % 2:
        ITEMS.remove(item)
