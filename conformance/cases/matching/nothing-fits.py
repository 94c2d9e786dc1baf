# note: Where no case fits, nothing happens, and names keep what they had.
LEVEL = "INFO"
match ["a", "b", "c"]:
    case [x, y]:
        LEVEL = "DEBUG"
    case "abc":
        LEVEL = "ERROR"
match "ab":
    case [first, second]:
        LETTERS = "a text is no sequence"
    case str(text):
        LETTERS = text
