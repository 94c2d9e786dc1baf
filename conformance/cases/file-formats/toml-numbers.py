# note: TOML tells whole floats from integers.
import tomllib
from pathlib import Path

with open(Path(__file__).parent / "shop.toml", "rb") as source:
    CONFIG = tomllib.load(source)
VERSION = CONFIG["project"]["version"]
# --- config/shop.toml ---
whole = 1.0  # not 1
int = 1_000
exponent = 1e3
negative = -0.5
hex = 0xff
infinite = -inf
"quoted 1.0" = "1.0"
list = [1, 2.0, "3.0"]

[project]
version = "1.10"

[[servers]]
weight = 2.50
