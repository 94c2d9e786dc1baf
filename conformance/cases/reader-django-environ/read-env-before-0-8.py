# note: Before 0.8 the first of equal names won, and line breaks lost their backslash.
# python: 3.10
# version: django-environ==0.7.0
import os
import environ

environ.Env.read_env("config/.env")
NAME = os.environ["NAME"]
LINES = os.environ["LINES"]
# --- config/.env ---
NAME=first
NAME=second
LINES="a\nb"
