# note: The file is read in the encoding that config says.
from decouple import config

config.encoding = "latin-1"
STREET = config("STREET")
# --- .env ---
STREET=Straße
