# note: A sort that fails leaves the list as far as it was sorted.
LEFT = []
for items in ([7, 9, 2, 5, b"a"], [1, 2, "a", 0], [3, 2, 1, "a", 0], []):
    for reverse in (False, True):
        tried = list(items)
        try:
            tried.sort(reverse=reverse)
        except TypeError as error:
            LEFT.append(str(error))
        LEFT.append(tried)
