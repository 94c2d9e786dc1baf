from split_settings.tools import include, optional
DEBUG = True
include('components/base.py', 'components/*.py', optional('local.py'))
