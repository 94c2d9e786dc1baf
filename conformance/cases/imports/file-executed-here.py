# note: A file that is read and given to `exec` binds its names in the settings module, whatever the file is called.
import os
HERE = os.path.dirname(os.path.abspath(__file__))
exec(open(os.path.join(HERE, 'extra.py')).read())
exec(compile(open(os.path.join(HERE, 'more.conf')).read(), 'more.conf', 'exec'), globals())
# --- config/extra.py ---
EXTRA = HERE.endswith('config')
# --- config/more.conf ---
MORE = [1, 2]
