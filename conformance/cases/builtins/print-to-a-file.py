# note: What is printed to a file is written to it part after part.
import io


class Parts:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)


buffer = io.StringIO()
print("a.org", 5432, None, sep=":", file=buffer)
TEXT = buffer.getvalue()
parts = Parts()
print("DEBUG", True, file=parts)
print(end="", file=parts)
PARTS = parts.parts
WORDS = []
for options in ({"file": 3}, {"file": parts, "flush": True}, {"file": parts, "sep": 3}):
    try:
        print("lost", **options)
    except (AttributeError, TypeError) as error:
        WORDS.append(str(error))
