# note: A literal and an enumeration take their own values alone.
# version: pydantic==2.10.6
# env: STAGE=live
# env: LEVEL=2
# unknown: LEVEL
# env: COLOR=green
from enum import Enum, IntEnum
from pathlib import Path
from typing import Literal

from pydantic import ValidationError
from pydantic_settings import BaseSettings


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Stage(Enum):
    LIVE = "live"
    TEST = "test"


class Config(BaseSettings):
    stage: Stage
    level: Level = Level.LOW
    mode: Literal["fast", "slow"] = "slow"
    media: Path = Path("media")


class Wrong(Config):
    mode: Literal["fast", "slow"] = "odd"
    color: Literal["red", "blue", 3]
    stage: Stage = "none"


config = Config(media="/srv/media")
STAGE = config.stage.value, config.stage is Stage.LIVE
LEVEL = config.level.name
MODE = config.mode
MEDIA = str(config.media / "x")
try:
    Wrong()
except ValidationError as error:
    WRONG = str(error)
