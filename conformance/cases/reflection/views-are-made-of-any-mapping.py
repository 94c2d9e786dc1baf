# note: The class of a view of the environment takes any mapping, and does not look at it.
import os

made = type(os.environ.keys())(0)
DONE = True
