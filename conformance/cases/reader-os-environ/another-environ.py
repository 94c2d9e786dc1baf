# note: `os.getenv` asks whatever `os.environ` has been made.
# env: PORT=9000
import os

BEFORE = os.getenv("PORT")
os.environ = {"PORT": "80", "NUMBER": 3}
AFTER = [os.getenv("PORT"), os.getenv("NUMBER"), os.getenv("HOST"), os.getenv("HOST", "localhost")]
os.environ = "PORT"
HOST = os.getenv("HOST")
