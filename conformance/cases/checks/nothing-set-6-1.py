# note: Where the security middleware is missing, Django 6.1 warns of that and not of the settings that only this middleware reads.
# django: 6.1
SECRET_KEY = ''
