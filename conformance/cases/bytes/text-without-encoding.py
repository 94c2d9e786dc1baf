# note: Text becomes bytes only by an encoding.
SECRET = bytes("secret")
