# note: JSON and text files of the repository are read as they are.
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFIG = json.loads((HERE / "shop.json").read_text())
with open(HERE / "shop.json", encoding="utf-8") as source:
    SAME = json.load(source) == CONFIG
VERSION = (HERE.parent / "VERSION").read_text().strip()
LINES = [line.rstrip() for line in open(HERE.parent / "VERSION")]
# --- config/shop.json ---
{"debug": false, "big": 9007199254740991, "float": 1.0, "null": null, "list": [1, "\u00e9"]}
# --- VERSION ---
1.2.3 
