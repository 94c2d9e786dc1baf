# note: What is there already is kept where the new value asks to be merged, and replaced where it does not.
# declared: dynaconf
# setup: dynaconf
# env: DJANGO_LIST=@merge c,d
# env: DJANGO_UNIQUE=@merge_unique ["b", "c"]
# env: DJANGO_ONE=@merge 3
# env: DJANGO_DICT=@merge b=2, c=3
# env: DJANGO_JSON=@merge {"b": [1]}
# env: DJANGO_FIRST=@insert zero
# env: DJANGO_LAST=@insert -1 before the last
# env: DJANGO_MARKED=["c", "dynaconf_merge"]
# env: DJANGO_TABLE={b=2, dynaconf_merge=true}
# env: DJANGO_PLAIN={b=2}
# env: DJANGO_NOTHING=@merge x
# env: DJANGO_DEEP__list=@merge c
import dynaconf

SECRET_KEY = "a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef"
LIST = UNIQUE = ONE = FIRST = LAST = MARKED = ["a", "b"]
DICT = JSON = TABLE = PLAIN = {"a": 1, "b": 0}
DEEP = {"list": ["a", "b"], "other": 1}

settings = dynaconf.DjangoDynaconf(__name__)
