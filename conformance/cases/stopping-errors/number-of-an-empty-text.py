# note: `int` of an empty text stops, as an empty text is not zero.
import os
PORT = int(os.environ.get('PORT', ''))
