# note: `~` is what HOME says, without the slashes at its end.
# env: HOME=/srv/shop/
import os
from pathlib import Path

LOG_DIR = os.path.join(os.path.expanduser("~"), "logs")
MEDIA_ROOT = Path.home() / "media"
STATIC_ROOT = Path("~/static").expanduser()
SOCKET = os.path.expanduser("~/run/gunicorn.sock")
PLAIN = os.path.expanduser("data/~/x")
os.environ["HOME"] = "/"
ROOT_HOME = os.path.expanduser("~")
BELOW_ROOT = os.path.expanduser("~/etc")
