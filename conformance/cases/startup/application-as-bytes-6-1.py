# note: A name in bytes cannot be taken apart at a text.
# django: 6.1
INSTALLED_APPS = ["django.contrib.contenttypes", b"django.contrib.messages"]
