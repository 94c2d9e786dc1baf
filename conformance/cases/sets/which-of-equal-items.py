# note: What two sets have in common is taken from the smaller one, or from what is no set; a union keeps what is there.
DEBUG, LEVEL = False, 0
COMMON = {LEVEL} & {DEBUG}, {LEVEL, 1} & {DEBUG}, {DEBUG} & {LEVEL, 1}, {LEVEL, 5}.intersection({DEBUG})
OF_A_LIST = {LEVEL}.intersection([DEBUG, 7, 8]), {1}.intersection([True], [1.0]), frozenset([0]).intersection([False])
KEPT = {LEVEL} | {DEBUG}, {LEVEL}.union([DEBUG])
LEVELS = {LEVEL}
LEVELS.intersection_update([DEBUG])
OTHERS = {LEVEL}
OTHERS &= {DEBUG}
KEYS = {LEVEL: 1}.keys() & [DEBUG], {LEVEL: 1}.keys() & {DEBUG, 4}, [DEBUG] & {LEVEL: 1}.keys(), {LEVEL: 1}.items() & [(False, 1)]
