# note: Folded and literal blocks, quotes with escapes and plain texts with colons and signs each keep their own line breaks.
import yaml

TEXTS = yaml.safe_load(r'''
folded: >
  one
  two

  three
literal: |-
  one
    two
escaped: "tab\there \u00e9"
single: 'it''s'
url: http://shop.example:8000/x#y
comment: kept #dropped
1: int key
yes: bool key
twice: first
twice: second
''')
