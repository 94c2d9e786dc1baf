# note: Unpacking that finds too little.
HOST, PORT, *REST = "localhost".split(":")
