# note: Of what is met with the items of the environment only what is among them needs a hash.
# unknown: SHARED
# env: HOST=a.org
import os

SHARED = os.environ.items() & [('', [])]
