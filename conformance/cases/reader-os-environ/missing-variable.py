# note: A subscript of the environment with a name that is not set raises KeyError.
import os
DEBUG = False
SECRET_KEY = os.environ['SECRET_KEY']
LATER = 1
