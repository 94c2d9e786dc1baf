# note: An escape in the text that `=` shows is decoded up to Python 3.13.0, where the string is not raw.
# unknown: SHOWN
SHOWN = f'{"\x41"=}'
RAW = rf'{"\x41"=}'
PLAIN = f'{"A"=}'
