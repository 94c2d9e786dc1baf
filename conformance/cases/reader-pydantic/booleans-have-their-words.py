# note: A boolean field knows the words of a list in any casing, does not strip them, and refuses anything else.
# version: pydantic==2.10.6
import os

from pydantic import ValidationError
from pydantic_settings import BaseSettings


class Config(BaseSettings):
    flag: bool


def said(text):
    os.environ["FLAG"] = text
    try:
        return Config().flag
    except ValidationError as error:
        return str(error)


SAID = [said(text) for text in ("1", "true", "T", "YES", "y", "oN", "0", "False", "f", "no", "N", "off", "2", " true", "", "enabled")]
