/** The names of Python's standard library, and in which version a module left it. */

/** Top-level modules of Python 3.8 to 3.14. */
const names = new Set(
  (
    'cProfile antigravity genericpath idlelib nturl2path pydoc_data this turtledemo ' +
    // What others of them are made of, which settings import to mend them.
    '_abc _ast _asyncio _bisect _bz2 _codecs _collections _collections_abc _compat_pickle _contextvars _csv _ctypes _datetime _decimal ' +
    '_elementtree _functools _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _multiprocessing _opcode _operator _pickle ' +
    '_posixsubprocess _py_abc _pydecimal _pyio _queue _random _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics ' +
    '_string _strptime _struct _symtable _threading_local _tracemalloc _uuid _warnings _weakref _weakrefset ' +
    '__future__ _thread abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins ' +
    'bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser ' +
    'contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest ' +
    'email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc ' +
    'getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ' +
    'ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap ' +
    'modulefinder multiprocessing netrc nis nntplib ntpath numbers opcode operator optparse os ossaudiodev parser pathlib pdb ' +
    'pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr ' +
    'pydoc pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex ' +
    'shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct ' +
    'subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap threading time ' +
    'timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu ' +
    'uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
  ).split(' '),
);

/** The minor version of Python 3 from which on a module is no more (PEP 594, 632 and others). */
const goneSince: Readonly<Record<string, number>> = {
  formatter: 10,
  parser: 10,
  asynchat: 12,
  asyncore: 12,
  distutils: 12,
  imp: 12,
  smtpd: 12,
  aifc: 13,
  audioop: 13,
  cgi: 13,
  cgitb: 13,
  chunk: 13,
  crypt: 13,
  imghdr: 13,
  lib2to3: 13,
  mailcap: 13,
  nis: 13,
  nntplib: 13,
  ossaudiodev: 13,
  pipes: 13,
  sndhdr: 13,
  spwd: 13,
  sunau: 13,
  telnetlib: 13,
  uu: 13,
  xdrlib: 13,
};
/** Modules that only the Python of Windows has. */
const ofWindows = new Set(['_winapi', '_winreg', 'msilib', 'msvcrt', 'winreg', 'winsound']);
const newSince: Readonly<Record<string, number>> = { graphlib: 9, zoneinfo: 9, tomllib: 11 };

/** Whether a top-level module is in the standard library; `undefined` where that depends on a version that is not known. */
export function inStandardLibrary(name: string, python: readonly [number, number] | undefined): boolean | undefined {
  if (!names.has(name)) return false;
  const gone = goneSince[name];
  const begins = newSince[name];
  if (gone === undefined && begins === undefined) return true;
  if (!python) return undefined;
  return (gone === undefined || python[1] < gone) && (begins === undefined || python[1] >= begins);
}

/** Whether only the Python of Windows has a module. */
export const isOfWindows = (name: string): boolean => ofWindows.has(name);

/** The first Python that no longer has a module of the standard library: `3.12`. */
export function goneFrom(name: string): string | undefined {
  const minor = Object.hasOwn(goneSince, name) ? goneSince[name] : undefined;
  return minor === undefined ? undefined : `3.${minor}`;
}
