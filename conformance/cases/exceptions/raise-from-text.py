# note: Only an exception can be a cause.
raise ValueError("SECRET_KEY") from "missing"
