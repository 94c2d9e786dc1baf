# note: An empty key stops nothing before something asks for it, and the check finds it weak.
import os

SECRET_KEY = os.environ.get("SECRET_KEY", "")
