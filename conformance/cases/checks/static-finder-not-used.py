# note: Without the finder of directories nobody looks at the directories.
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
STATICFILES_DIRS = "/tmp"
