# note: What is none of the choices stops the settings.
# env: STAGE=prod
from decouple import Choices, config

STAGE = config("STAGE", cast=Choices(["production", "staging"]))
