# note: dedent takes the indentation that all lines share, blank lines not counted; indent leaves blank lines.
from textwrap import dedent, indent
SQL = dedent("""
    SELECT 1
      FROM shop

    WHERE 1
""")
INDENTED = indent("a\n\nb\n", "> ")
