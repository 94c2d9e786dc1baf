# note: A part that is not there stops the settings, with the path as it was joined.
from split_settings.tools import include

include("parts/../nowhere.py")
