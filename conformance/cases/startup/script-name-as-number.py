# note: FORCE_SCRIPT_NAME must be a text.
FORCE_SCRIPT_NAME = 1
