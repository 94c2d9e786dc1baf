# note: In a class body only the first iterable of a comprehension sees the class's names.
class Settings:
    PREFIX = "app."
    NAMES = ["a", "b"]
    COUNT = [len(name) for name in NAMES]
    try:
        FULL = [PREFIX + name for name in NAMES]
    except NameError as error:
        FULL = str(error)


COUNT, FULL = Settings.COUNT, Settings.FULL
