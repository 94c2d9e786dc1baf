# note: An assignment to two names gives both the same object; a slice is a new one.
CORE_APPS = LOCAL_APPS = []
CORE_APPS.append("auth")
SNAPSHOT = LOCAL_APPS[:]
LOCAL_APPS.append("blog")
DOUBLED = CORE_APPS
DOUBLED *= 2
