# unknown: LATER
# note: What an INI file is written to gets its sections line by line, and is asked for nothing where there are none.
import configparser
import io

config = configparser.ConfigParser()
NOTHING = config.write(None)
config.read_string("[DEFAULT]\nport=5432\n[database]\nhost: db\noptions = a\n  b\n")
config.add_section("empty")
buffer = io.StringIO()
config.write(buffer)
TEXT = buffer.getvalue()


class Lines:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(line)


lines = Lines()
config.write(lines, space_around_delimiters=False)
LINES = lines.lines
try:
    config.write(None)
except AttributeError as error:
    WORDS = str(error)
config["late"] = {"host": "later"}
late = io.StringIO()
config.write(late)
LATER = late.getvalue()
