# note: Since Python 3.12 quotes, backslashes and comments may stand inside a field.
HOSTS = ["a", "b"]
SAME_QUOTES = f"{", ".join(HOSTS)}"
BACKSLASH = f"{"\n".join(HOSTS)}"
DEEP = f"{f"{f"{1 + 1}"}"}"
