# note: Whether a list is sorted backwards is settled before it is emptied to be sorted.
PORTS = [8000, 25, 80]
PORTS.sort(reverse=PORTS)
KEPT = PORTS
