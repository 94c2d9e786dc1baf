# note: RepositorySecret takes the files of a directory for variables, line breaks and all.
from decouple import Config, RepositorySecret

config = Config(RepositorySecret("secrets"))

PASSWORD = config("db_password")
LENGTH = len(PASSWORD)
# --- secrets/db_password ---
hush
