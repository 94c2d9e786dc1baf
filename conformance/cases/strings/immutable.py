# note: A string's characters cannot be set.
NAME = "shop"
NAME[0] = "S"
