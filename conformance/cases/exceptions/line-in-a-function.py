# note: An error in a function of another module is placed there.
from .loading import load

SECRET_KEY = load({}, "SECRET_KEY")
# --- config/loading.py ---
def load(values, name):
    value = values[
        name
    ]
    return value
