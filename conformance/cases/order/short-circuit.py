# note: `and` and `or` give an operand and leave the rest alone.
LOG = []


def ask(value):
    LOG.append(value)
    return value


DATABASE = ask("") or ask("sqlite") or ask("never")
CACHE = ask("redis") and ask(0) and ask("never")
