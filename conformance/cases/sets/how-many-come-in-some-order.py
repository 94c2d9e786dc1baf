# note: In which order a set gives its texts changes with every process, but how many they are does not.
# unknown: SHORTEST_FIRST, LONGEST, GLUED, FIRST_PLACE, PLACED
APPS = {"shop", "blog", "news"}
WORDS = []
for trial in (
    lambda: [name for name, second in [APPS]],
    lambda: list(zip(APPS, "ab", strict=True)),
    lambda: [*map(len, {5, 10})],
    lambda: {port: 0 for port in {5, 10} if {}[0]},
    lambda: [3, *{9, 12}] + [] < ["a"] or sorted([*{9, 12}, ""]) and 0,
):
    try:
        trial()
    except (TypeError, ValueError, KeyError) as error:
        WORDS.append(type(error).__name__)

COUNT = len(list(APPS))
NUMBERS = [number for number, _ in enumerate(APPS)]
ARE_TEXTS = [isinstance(name, str) for name in APPS]
PAIRS = len(list(zip(APPS, "abc", strict=True)))
UPPER = sorted(name.upper() for name in APPS)
LENGTHS = {len(name) for name in APPS}

# Of items that are equal by their key, the first is taken.
SHORTEST_FIRST = sorted(APPS | {"api"}, key=len)
LONGEST = max(APPS, key=len)
GLUED = sum(((name,) for name in APPS), ())
FIRST_PLACE = any(place == 0 for place, name in enumerate(APPS) if name == "shop")
PLACED = {(place, name) for place, name in enumerate(APPS)}
