# note: A default that is a path and not a URL stops the settings.
from pathlib import Path
import dj_database_url

BASE_DIR = Path(__file__).resolve().parent.parent
DATABASES = {"default": dj_database_url.config(default=BASE_DIR / "db.sqlite3")}
