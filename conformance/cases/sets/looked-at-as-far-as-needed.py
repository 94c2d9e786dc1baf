# note: What is not hashable is refused where it is met: items before it have been added or taken out, and those behind the answer are not looked at.
WORDS, LEFT = [], []
tags = {"a", "b"}
for change in (
    lambda: tags.update(["c"], ["d", [], "e"]), lambda: tags.difference_update(["a", {}, "b"]),
    lambda: tags.intersection_update(["b", []]), lambda: tags.symmetric_difference_update(["b", []]),
    lambda: tags.update(["f"], 5), lambda: tags.update(1 / port for port in (1, 0)),
):
    try:
        change()
    except (TypeError, ZeroDivisionError) as error:
        WORDS.append(str(error))
    LEFT.append(sorted(map(str, tags)))

ANSWERS = []
for ask in (
    lambda: frozenset([1]).intersection([1, []]), lambda: {1, 2}.intersection([1, []]), lambda: set().intersection([1, []]),
    lambda: {1}.issuperset([2, []]), lambda: {1}.issuperset([1, []]), lambda: {1}.isdisjoint([1, []]),
    lambda: {1}.isdisjoint([2, []]), lambda: {1}.issubset([1, []]), lambda: {1, 2}.intersection([1, 2], [2, []]),
):
    try:
        ANSWERS.append(ask())
    except TypeError as error:
        ANSWERS.append(str(error))
numbers = iter([1, 2, 3])
FOUND = {1}.intersection(numbers), list(numbers)
