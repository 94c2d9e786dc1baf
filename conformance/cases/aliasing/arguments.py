# note: A function changes the list it is given; what it assigns to its parameter stays inside.
def extend(apps):
    apps.append("inside")
    apps = ["other"]
    return apps


APPS = ["a"]
RESULT = extend(APPS)
