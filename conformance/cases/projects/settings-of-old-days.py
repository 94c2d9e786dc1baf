# note: Settings of Django's early days are still read: chained assignments, tuples, `u''` and `unicode_literals`.
# django: 3.2
# -*- coding: utf-8 -*-
from __future__ import unicode_literals
import os
gettext = lambda s: s
PROJECT_ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), '..'))
LANGUAGES = (('en', gettext('English')), ('fr', gettext('Français')))
TEMPLATE_DEBUG = DEBUG = False
ADMINS = (
    # ('Your Name', 'you@example.com'),
)
MANAGERS = ADMINS
MIDDLEWARE_CLASSES = ('django.middleware.common.CommonMiddleware',) + (() if not DEBUG else ('debug',))
TEMPLATE_DIRS = [os.path.join(PROJECT_ROOT, 'templates')]
SECRET_KEY = u'unicode' 'joined'
FILE_UPLOAD_PERMISSIONS = 0o644
ROOT = PROJECT_ROOT.endswith('config')
