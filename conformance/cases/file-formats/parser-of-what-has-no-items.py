# note: The defaults of a parser are gone through, unless there are none.
import configparser

SAID = []
for given in (1, [], '', 0):
    try:
        configparser.ConfigParser(given)
        SAID.append('')
    except AttributeError as error:
        SAID.append(str(error))
