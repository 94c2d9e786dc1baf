# note: A text that begins with an at sign says what it is.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_INT=@int 5
# env: DJANGO_FLOAT=@float 5
# env: DJANGO_STR=@str 5
# env: DJANGO_ON=@bool on
# env: DJANGO_OFF=@bool nope
# env: DJANGO_NONE=@none
# env: DJANGO_JSON=@json {"a": [1, null, 2.5]}
# env: DJANGO_NOTE=@note whatever
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
ON = OFF = None

settings = dynaconf.DjangoDynaconf(__name__)
