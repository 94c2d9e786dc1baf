# note: A backslash and a capital U begin an escape, so a path of Windows in plain quotes is a SyntaxError.
DEBUG = False
BASE_DIR = "C:\Users\shop"
