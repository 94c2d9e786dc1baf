/** Settings classes of pydantic-settings in scenario production: what is required is taken to be given, and every read is told. */
import { settings as settingsFact } from '@django-golive/core';
import { expect, test } from 'vitest';
import { describeSetting } from '../src/index.js';
import { factOf } from './facts-of.js';

const source = `from typing import Annotated, Optional
from pydantic import BaseModel, Field, PostgresDsn, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

class Database(BaseModel):
    host: str
    port: int = 5432

class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env", env_nested_delimiter="__", extra="ignore")

    debug: bool = True
    secret_key: str
    signing_key: SecretStr
    port: int
    hosts: list[str]
    origins: Annotated[list[str], NoDecode] = ["a"]
    database: Database
    language: str = Field("en", alias="LANGUAGE")
    sentry: Optional[str] = None
    dsn: PostgresDsn = "postgres://localhost/db"

    @field_validator("origins", mode="before")
    @classmethod
    def split(cls, value):
        return value.split(",") if isinstance(value, str) else value

config = Config()
DEBUG = config.debug
SECRET_KEY = config.secret_key
SIGNING_KEY = config.signing_key.get_secret_value()
PORT = config.port
ALLOWED_HOSTS = config.hosts
ORIGINS = config.origins
HOST, DB_PORT = config.database.host, config.database.port
LANGUAGE_CODE = config.language
SENTRY = config.sentry
DSN = config.dsn
`;

const found = factOf(settingsFact, {
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
  'settings.py': source,
});
const said = (name: string) => describeSetting(found.get(name), { reveal: true });

test('takes what is required for given, and a debug switch for off', () => {
  expect(found.startup).toEqual({ ok: true });
  expect(said('DEBUG')).toMatchObject({ known: true, value: false });
  expect(said('DB_PORT')).toMatchObject({ known: true, value: 5432 });
  expect(said('ORIGINS')).toMatchObject({ known: true, value: { $list: ['a'] } });
  for (const name of ['SECRET_KEY', 'SIGNING_KEY', 'PORT', 'ALLOWED_HOSTS', 'HOST', 'DSN'])
    expect(said(name)).toMatchObject({ known: false });
});

test('lays to each setting the variable of its own field', () => {
  expect(said('DEBUG')).toMatchObject({ reads: ['APP_DEBUG'] });
  expect(said('LANGUAGE_CODE')).toMatchObject({ reads: ['LANGUAGE'] });
  expect(said('HOST')).toMatchObject({ settle: '`--env APP_DATABASE__HOST=…`' });
});

test('tells every variable, with its type, its default and whether it must be given', () => {
  const all = found.environment.map(({ name, required, cast, default: otherwise }) => [
    name,
    required ? 'required' : otherwise?.kind,
    cast,
  ]);
  expect(all).toEqual([
    ['APP_DATABASE__HOST', 'required', 'str'],
    ['APP_DATABASE__PORT', 'int', 'int'],
    ['APP_DEBUG', 'bool', 'bool'],
    ['APP_DSN', 'str', 'str'],
    ['APP_HOSTS', 'required', 'list'],
    ['APP_ORIGINS', 'list', 'list'],
    ['APP_PORT', 'required', 'int'],
    ['APP_SECRET_KEY', 'required', 'str'],
    ['APP_SENTRY', 'none', 'str'],
    ['APP_SIGNING_KEY', 'required', 'SecretStr'],
    ['LANGUAGE', 'str', 'str'],
  ]);
});

test('chooses production for a field that names the environment', () => {
  const lines = [
    'from typing import Literal',
    'from pydantic_settings import BaseSettings, SettingsConfigDict',
    'class Base(BaseSettings):',
    '    model_config = SettingsConfigDict(env_prefix="shop_")',
    '    environment: str = "development"',
    'class Config(Base):',
    '    STAGE: Literal["dev", "prod"] = "dev"',
    '    @property',
    '    def is_live(self):',
    '        return self.environment == "production"',
    'config = Config()',
    'LIVE = config.is_live',
    'DEBUG = config.STAGE == "dev"',
    '',
  ];
  const settings = factOf(settingsFact, {
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
    'settings.py': lines.join('\n'),
  });
  expect(describeSetting(settings.get('LIVE'), { reveal: true })).toMatchObject({ known: true, value: true });
  expect(describeSetting(settings.get('DEBUG'), { reveal: true })).toMatchObject({ known: true, value: false });
  expect(settings.assumptions.map(({ variable, value }) => [variable, value])).toContainEqual([
    'SHOP_ENVIRONMENT',
    'production',
  ]);
});
