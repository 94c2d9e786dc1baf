# note: Lengths, indexes and slices count characters, also those outside the basic plane.
ICON = "a😀b"
LENGTH = len(ICON)
SECOND = ICON[1]
LAST = ICON[-1]
REVERSED = ICON[::-1]
FOUND = ICON.find("b")
CENTERED = ICON.center(7, "*")
FLAG = len("🇩🇪")
