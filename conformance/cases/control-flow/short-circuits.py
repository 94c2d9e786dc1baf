# note: `and`, `or`, conditional expressions and chained comparisons evaluate no more than they must.
CALLS = []


def ask(value):
    CALLS.append(value)
    return value


FIRST = ask(0) or ask("") or ask("used") or ask("never")
BOTH = ask(1) and ask([]) and ask("not asked")
PICKED = ask("yes") if ask(True) else ask("no")
BETWEEN = ask(1) < ask(0) < ask(5)
