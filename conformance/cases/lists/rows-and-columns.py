# note: `zip` with a star turns rows into columns, and a comprehension makes a new list for each row where `*` does not.
ROWS = [[1, 2], [3, 4]]
COLUMNS = [list(column) for column in zip(*ROWS)]
FLAT = [item for row in ROWS for item in row]
NUMBERED = {number: row for number, row in enumerate(ROWS)}
GRID = [[0] * 2 for _ in range(2)]
GRID[0][0] = 1
SPREAD = [*"ab", *[1]], (*[1], 2), [*{1: "a", 2: "b"}]
IDENTITY = [] is [], () is ()
