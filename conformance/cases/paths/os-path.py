# note: `os.path` works on text alone, an absolute part begins anew, and questions about files are answered by the project's files.
import os
import os.path as op
PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BASE_DIR = os.path.realpath(os.path.join(os.path.dirname(__file__), '..'))
STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')
NORMAL = os.path.normpath(os.path.join(PROJECT, 'a', '..', 'b', '.', 'c'))
JOINED = op.join('a', '/b', 'c'), op.join('a/', 'b'), op.join('', 'x'), op.join('a', '')
SPLIT = op.split('/a/b'), op.splitext('x.tar.gz'), op.basename('/a/b.py'), op.dirname('a'), op.splitext('.bashrc')
EXISTS = op.exists(__file__), op.isfile(op.join(PROJECT, 'nothing')), op.isdir(op.dirname(__file__))
RELATIVE = op.relpath(STATIC_ROOT, PROJECT), op.isabs('a'), op.isabs('/a'), op.commonpath(['/a/b', '/a/c'])
SEPARATORS = os.sep, os.linesep, os.pathsep, os.curdir
here = lambda *parts: os.path.join(os.path.abspath(os.path.dirname(__file__)), *parts)
HERE = here('templates', 'x')
