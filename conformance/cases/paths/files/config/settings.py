import configparser
import csv
import json
import os
from pathlib import Path
HERE = os.path.dirname(__file__)
with open(os.path.join(HERE, 'config.json')) as stream:
    CONFIG = json.load(stream)
DEBUG = CONFIG['debug']
DATABASES = {'default': CONFIG['database']}
LINES = [line.strip() for line in open(os.path.join(HERE, 'hosts.txt')) if line.strip() and not line.startswith('#')]
with (Path(HERE) / 'hosts.txt').open(encoding='utf-8') as stream:
    FIRST = stream.readline()
    REST = stream.read()
parser = configparser.ConfigParser()
READ = len(parser.read(os.path.join(HERE, 'app.ini')))
SECRET_KEY = parser['main']['secret']
PORT = parser.getint('db', 'port')
USE = parser.getboolean('main', 'use')
FALLBACK = parser.get('main', 'nope', fallback='fb'), parser.has_option('db', 'port'), parser.sections()
INTERPOLATED = parser.get('db', 'url')
try:
    with open(os.path.join(HERE, 'missing.json')) as stream:
        MISSING = stream.read()
except FileNotFoundError as error:
    MISSING = error.errno, error.strerror
try:
    import tomllib
    with open(os.path.join(HERE, 'app.toml'), 'rb') as stream:
        TOML = tomllib.load(stream)
except ImportError:
    TOML = None
PARSED = json.loads('{"a": [1, 2.5, null, true, "x"]}')
DUMPED = json.dumps({'b': [1, None], 'a': 'é'}), json.dumps([1, 2], separators=(',', ':')), json.dumps({'b': 1, 'a': 2}, sort_keys=True)
