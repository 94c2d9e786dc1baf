# note: What is no specification is shown as it was written.
SHOWN = format(3.14, "2f.")
