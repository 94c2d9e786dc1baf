# note: pre_setup runs before the values are read, post_setup after the module has its settings.
# setup: configurations
# env: DJANGO_CONFIGURATION=Production
import os

from configurations import Configuration, values


class Production(Configuration):
    STAGE = values.Value("unset")

    @classmethod
    def pre_setup(cls):
        super().pre_setup()
        os.environ["DJANGO_STAGE"] = "live"
        cls.PREPARED = True

    @classmethod
    def post_setup(cls):
        super().post_setup()
        cls.TOO_LATE = True
