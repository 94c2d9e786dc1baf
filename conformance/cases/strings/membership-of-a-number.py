# note: Only a string can be in a string.
FOUND = 8000 in "localhost:8000"
