# note: No file has an empty name, though a path that is joined to it is one of the working directory.
import os

THERE = [os.path.exists(""), os.path.isdir(""), os.path.isfile(""), os.path.lexists("")]
JOINED = os.path.join("", "media")
try:
    os.listdir("")
except FileNotFoundError as error:
    MISSING = str(error)
