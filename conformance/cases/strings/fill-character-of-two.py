# note: The character to fill with has to be one.
TITLE = "shop".center(20, "=-")
