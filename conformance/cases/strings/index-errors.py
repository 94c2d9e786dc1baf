# note: Strings are indexed by whole numbers within their length.
LETTER = "shop"[4]
