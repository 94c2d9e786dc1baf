# note: join names the item that is no string and its place.
PORTS = ",".join(["80", 443])
