# note: Bytes and text side by side are a SyntaxError, which stops the settings before their first line runs.
DEBUG = True
SALT = b"shop" "pepper"
