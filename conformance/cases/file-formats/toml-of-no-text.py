# note: TOML is read from text alone.
import tomllib

PROBLEMS = []
for value in [5, None, True, b"a = 1", ["a"]]:
    try:
        tomllib.loads(value)
    except (TypeError, AttributeError) as error:
        PROBLEMS.append(str(error))
