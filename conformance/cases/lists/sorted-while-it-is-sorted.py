# note: A list that is being sorted is empty: to sort it again changes nothing, to put something into it does.
APPS = [3, 1, 2]
APPS.sort(key=lambda app: (APPS.sort(key=0), app)[1])
OTHERS = [3, 1, 2]
try:
    OTHERS.sort(key=lambda app: (OTHERS.append(4), OTHERS.sort(), app)[2])
except ValueError as error:
    REFUSED = str(error)
