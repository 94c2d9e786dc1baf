# note: Bytes that are no UTF-8 stop the settings, with the first wrong byte and why.
SECRET = b"caf\xe9 au lait".decode("utf-8")
