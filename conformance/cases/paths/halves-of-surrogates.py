# note: A path or a variable with half of a pair of surrogates is refused where the system is told of it; there is no file of that name.
import os
from pathlib import Path

name = "shop" + chr(0xD800)
raw = "shop" + chr(0xDC80)
MISSING = [os.path.exists(name), os.path.isfile(raw), Path(name).exists(), Path(name).is_dir()]
REFUSED = []


def note(run):
    try:
        run()
        REFUSED.append("fine")
    except Exception as error:
        REFUSED.append([type(error).__name__, ascii(str(error))])


for run in (
    lambda: open(name),
    lambda: os.environ.get(name),
    lambda: os.getenv(name),
    lambda: os.getenv(raw),
    lambda: os.environ[name],
    lambda: name in os.environ,
    lambda: os.environ.pop(name, None),
    lambda: os.environ.setdefault("SHOP", name),
    lambda: os.environ.update({name: "shop"}),
    lambda: os.makedirs(name),
    lambda: os.listdir(name),
    lambda: Path(name).read_text(),
    lambda: list(Path(name).iterdir()),
    lambda: os.path.abspath(name),
):
    note(run)
for run in (lambda: os.path.realpath(name), lambda: Path(name).resolve()):
    try:
        run()
        REFUSED.append("fine")
    except UnicodeEncodeError as error:
        REFUSED.append(error.reason)
