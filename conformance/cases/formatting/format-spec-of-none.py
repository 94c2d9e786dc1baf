# note: None takes no format but an empty one.
PORT = None
SHOWN = f"{PORT:>5}"
