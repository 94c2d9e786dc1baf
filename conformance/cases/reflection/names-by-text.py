# note: Names can be set and asked for by their text.
import sys

for region in ("EU", "US"):
    globals()[f"BUCKET_{region}"] = f"shop-{region.lower()}"
this = sys.modules[__name__]
setattr(this, "TIMEOUT", 30)
DOUBLE = getattr(this, "TIMEOUT") * 2
KNOWN = sorted(name for name in dir() if name.startswith("BUCKET_"))
vars()["RETRIES"] = 3
