# note: A parser of the project gets the text, or the default.
# env: HOSTS=a.example b.example
from environs import Env, EnvError

env = Env()


@env.parser_for("words")
def words(value, upper=False):
    if not value:
        raise EnvError("no words")
    return [word.upper() if upper else word for word in value.split()]


ALLOWED_HOSTS = env.words("HOSTS")
SHOUTED = env.words("NOPE", "c d", upper=True)
try:
    NOTHING = env.words("NOPE", "")
except EnvError as error:
    NOTHING = str(error)
