# note: What can be compared by what it holds is no key: a namespace, the table of modules, the environment.
import os
import sys
import types

WORDS = []
for key in (types.SimpleNamespace(port=80), sys.modules, os.environ):
    try:
        {key: 1}
    except TypeError as error:
        WORDS.append(str(error))
