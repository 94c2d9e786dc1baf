# note: A project keeps one settings object in a module of its own, with groups of settings inside, and takes its settings from it.
# env: SECRET_KEY=s3cret
# env: DB_HOST=db.example
# env: REDIS=redis://cache:6379/1
# env: FEATURES={"beta": true}
import json
from pathlib import Path

from config.env import BASE_DIR, DatabaseSettings, get_settings

config = get_settings()
SAME = get_settings() is config
DEBUG = config.DEBUG
SECRET_KEY = config.SECRET_KEY.get_secret_value()
ALLOWED_HOSTS = config.allowed_hosts
DATABASES = {"default": config.db.as_django()}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": config.redis_url}}
STATIC_ROOT = str(config.static_root.relative_to(BASE_DIR))
FEATURES = json.dumps(config.features)
TIME_ZONE = config.time_zone
EMAIL_PORT = config.email_port
NAMES = sorted(config.model_dump(exclude={"SECRET_KEY", "db", "static_root"}))
globals().update({f"X_{name.upper()}": value for name, value in DatabaseSettings(name="other").model_dump().items()})
# --- config/env.py ---
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import pydantic
from pydantic import Field, SecretStr
from pydantic.fields import Field as SameField
from pydantic_settings import BaseSettings, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent


class DatabaseSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DB_", env_file=BASE_DIR / ".env", extra="ignore")

    engine: str = "django.db.backends.postgresql"
    host: str = "localhost"
    port: int = Field(default=5432, ge=1)
    name: str = "shop"
    password: Optional[SecretStr] = None

    def as_django(self) -> dict[str, Any]:
        return {key.upper(): value for key, value in self.model_dump(exclude={"password"}).items()}


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_file=str(BASE_DIR / ".env"),
        env_file_encoding="utf-8",
        case_sensitive=False,
        extra="ignore",
    )

    DEBUG: bool = Field(False, description="never in production")
    SECRET_KEY: SecretStr = Field(...)
    allowed_hosts: list[str] = Field(default_factory=list)
    db: DatabaseSettings = Field(default_factory=DatabaseSettings)
    redis_url: str = pydantic.Field("redis://localhost", alias="REDIS")
    static_root: Path = BASE_DIR / "static"
    features: dict[str, bool] = {}
    time_zone: str = "UTC"
    email_port: int | None = None


@lru_cache
def get_settings() -> Settings:
    return Settings()
# --- .env ---
DEBUG=off
ALLOWED_HOSTS=["shop.example", ".shop.example"]
DB_PORT=6432
TIME_ZONE='Europe/Berlin'
OTHER=1
