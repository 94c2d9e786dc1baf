# note: What `finally` does counts over what was under way.
def pick():
    try:
        return "first"
    finally:
        return "last"


def search(items):
    for item in items:
        try:
            continue
        finally:
            break
    return item


PICKED = pick()
FOUND = search(["a", "b"])
STEPS = []
for step in range(3):
    try:
        if step == 1:
            break
    finally:
        STEPS.append(step)
