# note: `nonlocal` binds in the nearest function around.
def counter():
    total = 0

    def add(amount):
        nonlocal total
        total += amount
        return total

    return add


add = counter()
FIRST = add(2)
SECOND = add(3)
