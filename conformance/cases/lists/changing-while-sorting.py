# note: A list is empty while it is sorted, and whoever changes it meanwhile gets an error after all.
APPS = ["web", "api", "mail"]
SEEN = []
APPS.sort(key=lambda app: SEEN.append(list(APPS)) or app)
try:
    APPS.sort(key=lambda app: APPS.append("late") or len(app))
except ValueError as error:
    ERROR = str(error)
try:
    APPS.sort(key=lambda app: app.missing)
except AttributeError as error:
    KEPT = list(APPS)
