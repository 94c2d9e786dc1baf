# note: A triple-quoted text keeps its line breaks and its indentation, and quotes inside need no escape.
BANNER = """
  "Shop"
    it's open
"""
JOINED = """one \
line"""
LINES = BANNER.splitlines()
WORDS = BANNER.split()
