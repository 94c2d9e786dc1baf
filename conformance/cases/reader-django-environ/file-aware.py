# note: FileAwareEnv takes the text of the file that NAME_FILE names, line break and all.
# env: TOKEN_FILE=config/token.txt
# env: TOKEN=not this
# env: PLAIN=x
import environ

env = environ.FileAwareEnv()
TOKEN = env("TOKEN")
PLAIN = env("PLAIN")
# --- config/token.txt ---
hush
