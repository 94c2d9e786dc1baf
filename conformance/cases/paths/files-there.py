# note: Whether a file is there, and what it says, is asked of the repository.
from pathlib import Path

CONFIG = Path(__file__).parent
HAS_KEY = (CONFIG / "key.txt").exists()
KEY = (CONFIG / "key.txt").read_text().strip()
HAS_LOCAL = (CONFIG / "local.py").is_file()
IS_DIRECTORY = CONFIG.is_dir()
# --- config/key.txt ---
not-so-secret
# --- config/names.txt ---
a
