# note: Words for true and false are what a helper, `ast.literal_eval` or `json.loads` takes for them.
# env: DEBUG=on
# env: FLAG=true
import os
def strtobool(value):
    value = value.lower()
    if value in ('y', 'yes', 't', 'true', 'on', '1'):
        return 1
    if value in ('n', 'no', 'f', 'false', 'off', '0'):
        return 0
    raise ValueError('invalid truth value %r' % (value,))
DEBUG = bool(strtobool(os.getenv('DEBUG', 'off')))
import ast
EVALUATED = ast.literal_eval(os.environ.get('TUPLE', "('a', 1)"))
import json
FLAG = json.loads(os.environ.get('FLAG', 'false'))
