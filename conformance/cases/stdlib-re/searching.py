# note: Patterns match at the start, anywhere or whole, and give their groups.
import re
HOST = re.match(r"(?P<name>\w+)\.(?P<tld>\w+)", "example.com/path")
GROUPS = [HOST.group(), HOST.group(1), HOST["tld"], HOST.groups(), HOST.groupdict(), HOST.span("tld")]
FOUND = [bool(re.search(r"\d+", "port 8000")), re.match(r"\d", "a1"), bool(re.fullmatch(r"[a-z]+", "abc1"))]
PORTS = re.findall(r"\d+", "80, 443 and 8000")
PAIRS = re.findall(r"(\w)=(\w)", "a=1,b=2")
