# note: A plain mistake is told before a line further down that goes back to no level, but a text without an end is told first.
import config.hosts
DEBUG = False
# --- config/hosts.py ---
HOSTS = ["a.example" for]
if HOSTS:
        FIRST = HOSTS[0]
    LAST = HOSTS[-1]
