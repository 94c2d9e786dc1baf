# note: The environment is a mapping: it has what every mapping has, and nothing else.
# env: HOST=a.org
import os

BOTH = ({"HOST": "b.org", "PORT": "1"} | os.environ)["HOST"], (os.environ | {"PORT": "2"})["PORT"]
EQUAL = os.environ == dict(os.environ), os.environ == {}, os.environ != 5, {"HOST": "a.org"} == os.environ
ENVIRON = os.environ
ENVIRON |= {"LEVEL": "debug"}
ADDED = os.getenv("LEVEL"), ENVIRON is os.environ
PROBLEMS = []
for read in (
    lambda: os.environ.HOST,
    lambda: os.environ.getenv("HOST"),
    lambda: os.environ.has_key("HOST"),
    lambda: os.environ("HOST"),
    lambda: os.environ + {},
    lambda: 5 | os.environ,
):
    try:
        read()
    except (AttributeError, TypeError) as error:
        PROBLEMS.append(str(error))
del ENVIRON
