# note: A number's field refuses text.
PORT = "%d" % "8000"
