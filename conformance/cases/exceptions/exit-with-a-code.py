# note: `sys.exit` stops the settings, and is no Exception.
import sys

try:
    sys.exit(3)
except Exception:
    CAUGHT = "never"
except SystemExit as stop:
    CODE = stop.code
sys.exit("DATABASE_URL is required")
