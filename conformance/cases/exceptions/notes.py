# note: Notes are added to an exception and do not change its text.
error = ValueError("bad port")
error.add_note("see PORT in .env")
NOTES = error.__notes__
TEXT = str(error)
