# note: A name that is not defined is told with its first 200 characters.
LENGTHS = []
for length in (10, 200, 201, 500):
    try:
        eval("d" * length)
    except NameError as error:
        LENGTHS.append(len(str(error)))
