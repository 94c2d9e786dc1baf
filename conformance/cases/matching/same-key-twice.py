# note: A mapping pattern that asks for one key twice is a SyntaxError.
DATABASE = {"ENGINE": "sqlite", "NAME": "shop"}
match DATABASE:
    case {"ENGINE": "sqlite", "ENGINE": name}:
        KIND = name
