import os
if os.environ.get('ENV') == 'prod':
    from config.production import *
