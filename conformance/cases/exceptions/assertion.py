# note: A failed assertion with its text worked out.
REQUIRED = ["SECRET_KEY"]
assert not REQUIRED, "missing: %s" % ", ".join(REQUIRED)
