# note: A list or dict that holds itself cannot be written as JSON, however often it does.
import json

loop = ["a"]
loop.append(loop)
loop *= 2
table = {"a": {}}
table["a"]["again"] = table

SAID = []
for value in (loop, table, (loop,)):
    try:
        SAID.append(json.dumps(value))
    except ValueError as error:
        SAID.append(str(error))
TWICE = json.dumps([SAID, SAID])
