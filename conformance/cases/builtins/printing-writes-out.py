# note: What is printed is written out, so that the methods for that run and may fail.
PRINTED = []


class Secret:
    def __str__(self):
        PRINTED.append("asked")
        raise PermissionError("secret")


try:
    print("shop", Secret())
except PermissionError as error:
    PRINTED.append(str(error))
