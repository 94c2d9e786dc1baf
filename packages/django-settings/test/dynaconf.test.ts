/** dynaconf where nothing says what the environment holds: what is kept by default, what an operator gives, and what is asked for. */
import { type Settings, settings as settingsFact } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { factOf } from './facts-of.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
const key = "SECRET_KEY = 'a-key-that-is-long-enough-to-be-taken-for-one-0123456789-abcdef'\n";

function settingsOf(module: string, files: Readonly<Record<string, string>> = {}): Settings {
  return factOf(settingsFact, {
    'manage.py': manage,
    'config/__init__.py': '',
    'config/settings.py': module,
    ...files,
  });
}

const contractOf = ({ environment }: Settings) => Object.fromEntries(environment.map((read) => [read.name, read]));

describe('in the place of Django settings', () => {
  const call = 'import dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)\n';

  test('a value is kept, and the variable that would override it is part of the contract', () => {
    const settings = settingsOf(`${key}ALLOWED_HOSTS = ['a.example']\n${call}`);
    expect(settings.get('ALLOWED_HOSTS')).toMatchObject({
      value: { kind: 'list', items: [{ kind: 'str', value: 'a.example' }] },
      reads: ['DJANGO_ALLOWED_HOSTS'],
      at: { path: 'config/settings.py', start: { line: 2 } },
    });
    expect(settings.startup.ok).toBe(true);
    expect(contractOf(settings).DJANGO_ALLOWED_HOSTS).toMatchObject({ required: false, default: { kind: 'list' } });
  });

  test('production is the environment where a file has a section for it', () => {
    const settings = settingsOf(`${key}DEBUG = True\n${call}`, {
      'settings.toml': '[default]\nname = "x"\n[production]\ndebug = false\nname = "live"\n',
    });
    expect(settings.get('NAME').value).toEqual({ kind: 'str', value: 'live' });
    expect(settings.get('DEBUG').value).toEqual({ kind: 'bool', value: false });
    expect(settings.assumptions.map(({ variable, value }) => [variable, value])).toEqual([
      ['DJANGO_ENV', 'production'],
    ]);
  });

  test('a secret key that no file gives is required', () => {
    const settings = settingsOf(call);
    expect(settings.get('SECRET_KEY').value).toMatchObject({ kind: 'unknown', variables: ['DJANGO_SECRET_KEY'] });
    expect(contractOf(settings).DJANGO_SECRET_KEY).toMatchObject({ required: true });
    expect(settings.startup.ok).toBe(true);
  });

  test('hooks, Python files and templates leave the settings unknown', () => {
    const hooked = settingsOf(key + call, { 'config/dynaconf_hooks.py': 'def post(settings):\n    return {}\n' });
    expect(hooked.get('SECRET_KEY').value).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining('dynaconf_hooks'),
    });
    const imported = settingsOf(key + call, { 'settings.py': 'DEBUG = True\n' });
    expect(imported.get('SECRET_KEY').value).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining('settings.py'),
    });
    const filled = settingsOf(`${key}NAME = '@format {this.DEBUG}'\n${call}`);
    expect(filled.get('NAME').value).toMatchObject({ kind: 'unknown', why: expect.stringContaining('@format') });
    expect(filled.get('SECRET_KEY').value).toMatchObject({ kind: 'str' });
  });

  test('a module that another goes on from is left alone', () => {
    const settings = settingsOf('from .base import *\n', { 'config/base.py': key + call });
    expect(settings.get('SECRET_KEY').value).toMatchObject({ kind: 'unknown' });
  });
});

describe('as a reader', () => {
  const made =
    "from dynaconf import Dynaconf\nc = Dynaconf(envvar_prefix='APP', settings_files=['settings.toml', '.secrets.toml'])\n";

  test('what nothing gives is required, what has a default is not', () => {
    const settings = settingsOf(
      `${made}SECRET_KEY = c.SECRET_KEY\nDEBUG = c.get('DEBUG', True)\nPORT = c('PORT', 5, cast='@int')\n`,
    );
    const contract = contractOf(settings);
    expect(contract.APP_SECRET_KEY).toMatchObject({ required: true });
    expect(contract.APP_PORT).toMatchObject({ required: false, cast: 'int', default: { kind: 'int' } });
    expect(settings.get('SECRET_KEY').value).toMatchObject({ kind: 'unknown', variables: ['APP_SECRET_KEY'] });
    expect(settings.get('DEBUG').value).toEqual({ kind: 'bool', value: false });
    expect(settings.get('PORT').value).toEqual({ kind: 'int', value: 5n });
  });

  test('a file that is named and not there is told', () => {
    const settings = settingsOf(`${made}${key}NAME = c.NAME\n`, { 'settings.toml': 'name = "x"\n' });
    expect(settings.get('NAME').value).toEqual({ kind: 'str', value: 'x' });
    expect(settings.overrides).toMatchObject([{ path: '.secrets.toml' }]);
  });

  test('of validators that compare it is not known whether they are content', () => {
    const rule =
      "from dynaconf import Dynaconf, Validator\nc = Dynaconf(NAME=1, validators=[Validator('NAME', gte=1)])\n";
    const settings = settingsOf(`${rule}${key}NAME = c.NAME\n`);
    expect(settings.startup.ok).toBe(null);
    expect(settings.get('NAME').value).toEqual({ kind: 'int', value: 1n });
  });
});
