# note: Since PyYAML 6 load() wants a loader.
import yaml

CONFIG = yaml.load("a: 1")
