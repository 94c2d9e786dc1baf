# note: A part of an f-string is told at its own line.
NAME = None
TITLE = ("shop"
         f"{1}"
         f"{NAME:5}")
