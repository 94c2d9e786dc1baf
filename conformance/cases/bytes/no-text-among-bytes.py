# note: Bytes and text do not mix.
SECRET = b"salt" + "pepper"
