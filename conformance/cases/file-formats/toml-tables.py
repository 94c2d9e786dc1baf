# note: Dotted keys, inline tables and arrays of tables in TOML become nested dicts and lists.
import tomllib

CONFIG = tomllib.loads('''
title = "shop"
cache.default.timeout = 30
limits = { day = 10, burst = { size = 5 } }

[database.replica]
host = 'C:\\raw'

[[apps]]
name = "one"
[[apps]]
name = """
two
lines"""
''')
