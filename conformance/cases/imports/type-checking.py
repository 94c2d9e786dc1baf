# note: What is imported only for type checkers is never looked for.
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Thing

    CHECKING = True
else:
    CHECKING = False
