# note: Files of the project are read as they are: lines keep their ends, and the words of an INI file are converted on demand.
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
# --- config/app.ini ---
[main]
secret = abc%%def
use = yes
[db]
host = localhost
port = 5433
url = postgres://%(host)s:%(port)s/x
# --- config/app.toml ---
title = "x"
[db]
port = 5434
hosts = ["a", "b"]
# --- config/config.json ---
{"debug": false, "database": {"ENGINE": "django.db.backends.postgresql", "PORT": 5432, "OPTIONS": {"sslmode": "require"}}}
# --- config/hosts.txt ---
# hosts
example.org
www.example.org

