# note: Patterns take values apart by shape: sequences, mappings, alternatives, guards and what is left over.
DSN = {"engine": "postgres", "host": "db", "options": [1, 2, 3]}
match DSN:
    case {"engine": "mysql" | "mariadb"}:
        FAMILY = "mysql"
    case {"engine": str() as engine, "options": [first, *rest], **others} if first < 2:
        FAMILY, FIRST, REST, OTHERS = engine, first, rest, others
    case _:
        FAMILY = "other"
match ("eu", 3):
    case (region, 1 | 2):
        REGION = region
    case (region, int(count)):
        REGION, COUNT = region, count
