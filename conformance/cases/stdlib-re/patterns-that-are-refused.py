# note: A pattern that is none is refused in words that tell the place of the mistake, and its line where it has several.
import re

REFUSED = []
for pattern in (
    "(", "a)", "[a", "[]", "[z-a]", r"[a-\d]", "*", "a**", "^*", "a{2,1}", "a{1}{2}", "a{1", "x{99999999999}", "\\", r"\q", r"[\q]", r"\8",
    r"\1", r"(a\1)", r"\x4", r"\u12", r"\400", r"\U00110000", "(?", "(?z)", "(?<x)", "(?P", "(?P>a)", "(?P<a", "(?P<>a)", "(?P<1>a)",
    "(?P<a b>c)", "(?P=a)", "(?P<x>b)(?P<x>c)", "(?P<é>x)", "(?#", "(?:", "(?=", "(?(1)a)", "(?(x)a|b)", "(?(0)a)", "(a)(?(1)b|c|d)",
    "(?i", "(?-i)", "(?i-i:a)", "(?xyz)", "(?L)a", "(?au)a", "b(?i)a", "(?a)(?u)b", "(?<=a*)b", "(?<=ab|cd)e", r"(?<=(a)\1)", "a\n(b\nc",
    "a?+b", "a|*", "(?>a)", "(?s-x:.)", "(?x) a # (\n b",
):
    try:
        re.compile(pattern)
    except (re.error, ValueError, OverflowError) as error:
        REFUSED.append([pattern, type(error).__name__, str(error)])
OTHERS = []
for run in (
    lambda: re.compile(3),
    lambda: re.compile([]),
    lambda: re.compile(re.compile("a"), re.I),
    lambda: re.compile(re.compile("a")),
    lambda: re.compile("a", re.A | re.U),
    lambda: re.search("(?P<port>\\d+", "8000"),
):
    try:
        run()
    except (TypeError, ValueError, re.error) as error:
        OTHERS.append([type(error).__name__, str(error)])
