# note: Patterns are searched, split and substituted as `re` does; a setting may hold a compiled pattern.
import re
PATTERN = re.compile(r'^https://\w+\.example\.org$')
CORS = [re.compile(r'^https://.+\.x\.org$'), r'^raw$']
MATCHED = bool(PATTERN.match('https://www.example.org')), re.match(r'\d+', 'abc') is None
GROUPS = re.search(r'(?P<major>\d+)\.(\d+)', 'v12.34').group('major', 2)
SUBBED = re.sub(r'\s+', ' ', 'a   b \n c'), re.split(r'[,;]\s*', 'a, b;c'), re.findall(r'[a-z]+', 'ab12cd')
FLAGS = re.compile('abc', re.I).search('xABCx').group(0)
VERSION = re.search(r"^__version__ = ['\"]([^'\"]*)['\"]", "x = 1\n__version__ = '2.1'\n", re.M).group(1)
