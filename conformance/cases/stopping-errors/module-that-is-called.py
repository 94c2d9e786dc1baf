# note: A module that is called reminds of its member of the same name.
import datetime

SESSION_COOKIE_AGE = datetime(2030, 1, 1)
