# note: YAML 1.1 takes yes, no, on and off for booleans, in three casings each, but not y and n.
from pathlib import Path

import yaml

WORDS = yaml.safe_load((Path(__file__).parent / "words.yml").read_text())
# --- config/words.yml ---
- yes
- No
- ON
- off
- y
- n
- "yes"
- tRue
- null
- ~
-
- Null
