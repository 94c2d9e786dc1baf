# note: Settings are attributes of a class that the environment chooses, and go from its instance into the module.
# env: APP_ENV=production
# env: PORT=8080
import os
class Config:
    DEBUG = False
    HOSTS = ['a']
    def __init__(self):
        self.port = int(os.environ.get('PORT', 80))
class Production(Config):
    HOSTS = Config.HOSTS + ['b']
class Development(Config):
    DEBUG = True
CONFIGS = {'production': Production, 'development': Development}
_config = CONFIGS[os.environ.get('APP_ENV', 'development')]()
DEBUG = _config.DEBUG
ALLOWED_HOSTS = _config.HOSTS
PORT = _config.port
locals().update({k: getattr(_config, k) for k in ('HOSTS',)})
del CONFIGS
