# note: `contextlib.suppress` waits for what is missing as a handler does.
from contextlib import suppress
from pathlib import Path

APPS = ["shop"]
with suppress(ImportError):
    import config.local_apps

    APPS += config.local_apps.APPS
with suppress(Exception):
    import no_such_package

    APPS.append("no_such_package")
with suppress(FileNotFoundError):
    SECRET = (Path(__file__).parent / "no-such-file").read_text()
NAMES = "no_such_package" in globals(), "SECRET" in globals()
