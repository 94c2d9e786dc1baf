# note: Texts that stand side by side are one text; raw and formatted ones can take part, comments and lines between do not matter.
HOST = "db.example.org"
URL = (
    "postgres://"  # the scheme
    f"{HOST}:{5432}"
    r"/shop\d"
    '?a' """b
c"""
)
SALT = b"so" b'\x41' rb"\x41"
ESCAPES = "\x41\u0042\U00000043\101\t\
end"
BRACES = f"{{{HOST!r:>18}}} {len('a}')} {4:0{2 + 1}d}"
