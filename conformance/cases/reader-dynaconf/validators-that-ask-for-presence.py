# note: A validator gives a default, and refuses the settings where something has to be there and is not.
# declared: dynaconf
# env: APP_THERE=1
from dynaconf import Dynaconf, ValidationError, Validator

good = Dynaconf(
    envvar_prefix="APP",
    validators=[Validator("THERE", must_exist=True), Validator("PORT", "host", default="5"), Validator("NOT", must_exist=False)],
)
bad = Dynaconf(envvar_prefix="APP", environments=True, validators=[Validator("THERE", "SECRET_KEY", must_exist=True)])

PORT = good.PORT, good.HOST
try:
    bad.THERE
except ValidationError as error:
    SAID = str(error)
SECRET_KEY = bad.SECRET_KEY
