# The copy of /var/www/barista_pythonanywhere_com_wsgi.py that the Web tab shows.
import os
import sys

path = "/home/barista/point-of-sale"
if path not in sys.path:
    sys.path.insert(0, path)

os.environ["DJANGO_SETTINGS_MODULE"] = "brewline.settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
