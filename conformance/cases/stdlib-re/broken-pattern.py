# note: A group that is not closed is told with its place.
import re
DISALLOWED_USER_AGENTS = [re.compile(r"(bot")]
