# note: Compiled patterns keep their text and flags.
import re
IGNORABLE_404_URLS = [re.compile(r"^/favicon\.ico$"), re.compile(r"^/robots\.txt$", re.IGNORECASE)]
PATTERN = IGNORABLE_404_URLS[1].pattern
FLAGS = IGNORABLE_404_URLS[1].flags
MATCHES = bool(IGNORABLE_404_URLS[1].match("/ROBOTS.TXT"))
SAME = re.compile("a") == re.compile("a")
