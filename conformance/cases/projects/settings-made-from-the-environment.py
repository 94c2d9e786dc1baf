# note: Each variable with a prefix becomes a setting, converted by what it looks like.
# env: DJANGO_DEBUG=False
# env: DJANGO_ALLOWED_HOSTS=a.org, b.org
# env: DJANGO_TIMEOUT=30
# env: DJANGO_NAME=shop
import os
PREFIX = 'DJANGO_'
for _key, _value in sorted(os.environ.items()):
    if _key.startswith(PREFIX) and _key != 'DJANGO_SETTINGS_MODULE':
        if _value.lower() in ('true', 'false'):
            _value = _value.lower() == 'true'
        elif _value.isdigit():
            _value = int(_value)
        elif ',' in _value:
            _value = [part.strip() for part in _value.split(',')]
        globals()[_key[len(PREFIX):]] = _value
