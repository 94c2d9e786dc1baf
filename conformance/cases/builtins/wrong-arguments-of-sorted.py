# note: sorted() takes one argument by place; other names are refused by the `sort` of the list that it makes.
TRIALS = [
    lambda: sorted(),
    lambda: sorted([2, 1], len),
    lambda: sorted(iterable=[1]),
    lambda: sorted([1], compare=None),
    lambda: sorted([1], key=None, reverse=True, cmp=1),
    lambda: [].sort(compare=None),
]
WORDS = []
for trial in TRIALS:
    try:
        WORDS.append(trial())
    except TypeError as error:
        WORDS.append(str(error))
del TRIALS
