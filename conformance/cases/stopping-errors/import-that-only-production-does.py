# note: An import that only one environment runs fails in that environment.
# env: ENV=prod
import os
if os.environ.get('ENV') == 'prod':
    from config.production import *
