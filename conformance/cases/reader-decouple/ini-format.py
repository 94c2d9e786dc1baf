# note: In settings.ini names have no case, a percent sign is doubled, and values refer to each other.
from decouple import config

RATE = config("RATE")
HOME = config("home")
MEDIA = config("MEDIA")
MANY = config("MANY", cast=lambda text: text.split())
COMMON = config("COMMON")
OTHERWISE = config("ELSEWHERE", default="not in the section")
# --- settings.ini ---
[DEFAULT]
common = for all
[settings]
rate = 50%%
HOME = /srv/shop
media = %(home)s/media
many = one
  two
  three
; a comment
[other]
elsewhere = x
