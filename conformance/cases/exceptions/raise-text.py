# note: Only exceptions can be raised.
raise "SECRET_KEY is not set"
