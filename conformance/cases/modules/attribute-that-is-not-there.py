# note: A misspelt attribute of a standard module raises AttributeError.
import os

SECRET_KEY = os.enviorn["SECRET_KEY"]
