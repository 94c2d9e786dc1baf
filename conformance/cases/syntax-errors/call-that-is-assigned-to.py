# note: A call cannot be assigned to, however many lines it has.
import os

os.environ.get(
    "DEBUG",
) = "1"
