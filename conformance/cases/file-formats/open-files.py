# note: An open file is an iterator over its lines that is read part by part, has a class of its own for bytes, and refuses when it is closed.
import io
from pathlib import Path

PATH = Path(__file__).parent / "hosts.txt"


def refused(act):
    try:
        return act()
    except (TypeError, ValueError, AttributeError) as error:
        return [type(error).__name__, str(error)]


with open(PATH) as hosts:
    FIRST = next(hosts)
    PART = hosts.read(2)
    REST_OF_LINE = hosts.readline()
    OPEN = hosts.closed
    PAIRED = [line for line, _ in zip(hosts, range(1))]
    LAST = hosts.read()
    AGAIN = [hosts.seek(0), hosts.readline(3), hosts.readlines(1)]
CLOSED = [hosts.closed, hosts.name == str(PATH), hosts.mode]
AFTERWARDS = [
    refused(act)
    for act in (hosts.read, hosts.readline, hosts.readlines, lambda: list(hosts), lambda: hosts.seek(0), hosts.__enter__)
]
with open(PATH, "rb") as data:
    BYTES = [data.read(3), data.readline(2), next(data)]
KIND = [type(data).__name__, data.mode]
BYTES_AFTERWARDS = [refused(act) for act in (data.read, data.readline, data.readlines, lambda: next(data), lambda: data.seek(0))]
REFUSED = [
    refused(lambda: open(PATH, "rb").encode),
    refused(lambda: open(PATH, "rb")[0]),
    refused(lambda: open(PATH).read("a")),
    refused(lambda: open(PATH).readline(None)),
    refused(lambda: open(PATH, "rb").read(-5)),
]
MEMORY = io.StringIO("one\ntwo\n")
PARTS = [MEMORY.read(1), MEMORY.readline(), list(MEMORY), MEMORY.read(), MEMORY.getvalue()]
WRITTEN = io.StringIO()
WRITTEN.write("a")
WRITTEN.write("bc")
TEXT = WRITTEN.getvalue()
NAMED = io.StringIO(initial_value="a").read()
NO_TEXT = [refused(lambda: io.StringIO(5)), refused(lambda: io.BytesIO("a")), refused(lambda: io.StringIO().write(5))]
# --- config/hosts.txt ---
one.example
two.example
three.example
four.example
