# note: next moves an iterator, and gives a default at its end.
letters = iter("ab")
TAKEN = [next(letters), next(letters), next(letters, "none left"), next(letters, None)]
FIRST = next((n for n in [1, 5, 9] if n > 3), 0)
REST = list(letters)
