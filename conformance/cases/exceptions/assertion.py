# note: The message of a failed assertion is worked out like any expression.
REQUIRED = ["SECRET_KEY"]
assert not REQUIRED, "missing: %s" % ", ".join(REQUIRED)
