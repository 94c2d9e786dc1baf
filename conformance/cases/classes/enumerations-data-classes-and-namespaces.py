# note: Enumerations, data classes and simple namespaces hold values that are reached by attribute.
import base64
import textwrap
import types
ENCODED = base64.b64encode(b'abc').decode(), base64.b64decode('YWJj')
DEDENTED = textwrap.dedent("""\
    one
      two
    """)
NS = types.SimpleNamespace(a=1, b='x')
A = NS.a
from enum import Enum
class Color(Enum):
    RED = 'red'
RED = Color.RED.value, Color('red').name
from dataclasses import dataclass
@dataclass
class Db:
    host: str
    port: int = 5432
DB = Db('h').port, Db('h', 1).host
