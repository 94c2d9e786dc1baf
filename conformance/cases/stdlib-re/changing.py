# note: Matches are replaced by text with groups or by a function, and groups of a split stay in it.
import re
SUBSTITUTED = re.sub(r"(\w+)@(\w+)", r"\2 at \1", "user@host")
UPPER = re.sub(r"[a-z]+", lambda match: match.group().upper(), "a1b2", count=1)
SPLIT = [re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b"), re.split(r",", "a,b,c", maxsplit=1)]
ESCAPED = re.escape("example.com/a+b")
SNAKE = re.sub(r"(?<!^)(?=[A-Z])", "_", "x") + "".join(re.findall("[A-Z]", "MyShopApp"))
