# note: A variable that is not set is told by a KeyError whose context is the KeyError of its bytes.
# env: HOST=a.org
import os

MISSED = []
for miss in (lambda: os.environ["PORT"], lambda: os.environ.pop("PORT"), lambda: os.environ.__delitem__("PÖRT")):
    try:
        miss()
    except KeyError as error:
        MISSED.append([error.args, error.__context__.args, error.__cause__, error.__suppress_context__])
HOST = os.environ["HOST"]
