# note: A character that the encoding lacks stops the settings, with its place.
KEY = "schlüssel".encode("ascii")
