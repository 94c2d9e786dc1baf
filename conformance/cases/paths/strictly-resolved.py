# note: A path that is resolved strictly has to be there; what is missing first is told.
from pathlib import Path

HERE = Path(__file__).resolve(strict=True).name
try:
    Path(__file__).parent.joinpath('none', 'below').resolve(strict=1)
except FileNotFoundError as error:
    SAID = error.filename.endswith('/none')
