# note: What `strptime` cannot read is shown as Python writes a text down.
from datetime import datetime

SAID = []
for text, format in (("a'b", "%Y"), ("a\nb", "%Y"), ("a\"'", "%Y"), ("", "\n")):
    try:
        datetime.strptime(text, format)
    except ValueError as error:
        SAID.append(str(error))
