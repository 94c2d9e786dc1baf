# note: A path that is resolved strictly, and goes on below a file, fails by that file.
from pathlib import Path

try:
    Path(__file__).joinpath("below", "more").resolve(strict=True)
except OSError as error:
    SAID = [type(error).__name__, error.errno, error.strerror]
