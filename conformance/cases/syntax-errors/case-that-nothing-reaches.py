# note: A case that catches everything must be the last one.
import os

match os.environ.get("MODE"):
    case mode:
        DEBUG = False
    case "dev":
        DEBUG = True
