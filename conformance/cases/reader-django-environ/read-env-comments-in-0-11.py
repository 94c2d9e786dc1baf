# note: In 0.11 comments were always taken away, out of passwords too.
# version: django-environ==0.11.2
import os
import environ

environ.Env.read_env("config/.env")
PASSWORD = os.environ["PASSWORD"]
# --- config/.env ---
PASSWORD=pass#word
