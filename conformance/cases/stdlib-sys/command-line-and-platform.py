# note: The settings are started without a command of manage.py, on Linux, so comparisons with both decide.
import sys
import platform
TESTING = 'test' in sys.argv
RUNSERVER = len(sys.argv) > 1 and sys.argv[1] == 'runserver'
LINUX = sys.platform == 'linux', sys.platform.startswith('win')
PYTHON3 = sys.version_info >= (3,), sys.version_info[0], sys.version_info.major
if sys.version_info < (3, 6):
    OLD = True
MAXSIZE = sys.maxsize > 2 ** 32
