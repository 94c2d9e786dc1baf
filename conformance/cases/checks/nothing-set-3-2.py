# note: Where the security middleware is missing, Django 3.2 warns of that and not of the settings that only this middleware reads.
# django: 3.2
SECRET_KEY = ''
