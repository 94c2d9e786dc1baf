# note: A directory is not made where one is, or a file; nor below a file.
import os
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
SAID = []
for call in (
    lambda: os.makedirs(__file__),
    lambda: os.makedirs(__file__, exist_ok=True),
    lambda: os.makedirs(HERE),
    lambda: os.makedirs(HERE, exist_ok=True),
    lambda: os.mkdir(HERE),
    lambda: os.makedirs(os.path.join(__file__, "below", "more"), exist_ok=True),
    lambda: Path(HERE).mkdir(),
    lambda: Path(HERE).mkdir(exist_ok=True),
    lambda: Path(__file__).mkdir(parents=True, exist_ok=True),
    lambda: os.mkdir(os.path.join(HERE, "made")),
    lambda: os.mkdir(os.path.join(HERE, "made")),
):
    try:
        SAID.append(call())
    except OSError as error:
        SAID.append([type(error).__name__, error.errno, error.strerror])
