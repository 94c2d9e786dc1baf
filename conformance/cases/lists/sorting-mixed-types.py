# note: Items without an order cannot be sorted; the message names the first pair that was compared.
APPS = sorted(["a", 1, "b"])
