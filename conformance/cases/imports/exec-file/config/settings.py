import os
HERE = os.path.dirname(os.path.abspath(__file__))
exec(open(os.path.join(HERE, 'extra.py')).read())
exec(compile(open(os.path.join(HERE, 'more.conf')).read(), 'more.conf', 'exec'), globals())
