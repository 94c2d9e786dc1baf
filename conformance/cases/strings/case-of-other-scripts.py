# note: Case mappings are Unicode's full ones: one letter can become two, and a sigma at a word's end has its own form.
UPPER = ["straße".upper(), "ŉ".upper(), "ﬁn".upper(), "ΐ".upper()]
LOWER = ["İSTANBUL".lower(), "ΣΑΣ".lower(), "ẞ".lower()]
FOLDED = ["Straße".casefold(), "ŉ".casefold(), "ς".casefold(), "ı".casefold(), "Ꭰ".casefold()]
TITLE = ["ǆungla".title(), "ﬁne".title(), "ŉ".capitalize(), "ὀδός".title()]
SAME = "STRASSE".casefold() == "straße".casefold()
