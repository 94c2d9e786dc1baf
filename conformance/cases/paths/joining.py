# note: Joining starts anew at an absolute part, and normalising takes dots out.
import os.path

ROOT = "/srv/shop"
MEDIA = os.path.join(ROOT, "media", "")
OUTSIDE = os.path.join(ROOT, "/var/media")
UP = os.path.normpath(os.path.join(ROOT, "..", "static", ".", "css"))
PARTS = os.path.split(MEDIA), os.path.splitext("archive.tar.gz")
COMMON = os.path.commonpath(["/srv/shop/a", "/srv/shop/b/c"])
RELATIVE = os.path.relpath("/srv/shop/media", "/srv/shop/static")
