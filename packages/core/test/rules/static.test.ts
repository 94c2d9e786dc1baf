/** The rules about static files and uploads on facts given by hand. */
import { describe, expect, test } from 'vitest';
import { ephemeral } from '../../src/rules/media/ephemeral.js';
import { insideStatic } from '../../src/rules/media/inside-static.js';
import { notServed } from '../../src/rules/static/not-served.js';
import { rootMissing } from '../../src/rules/static/root-missing.js';
import { storagesAliasMissing } from '../../src/rules/static/storages-alias-missing.js';
import { whitenoiseMiddlewareMissing } from '../../src/rules/static/whitenoise-middleware-missing.js';
import { projectOf } from '../../src/source.js';
import { here, type Plain, say, settingsOf, unknown } from './given.js';

const storage = 'django.contrib.staticfiles.storage.StaticFilesStorage';
const given = (more: Readonly<Record<string, Plain>> = {}) =>
  settingsOf({
    INSTALLED_APPS: ['django.contrib.staticfiles'],
    STATIC_URL: '/static/',
    STORAGES: {
      default: { BACKEND: 'django.core.files.storage.FileSystemStorage' },
      staticfiles: { BACKEND: storage },
    },
    ...more,
  });
const platform = { target: 'heroku', traits: new Map([['ephemeral-disk', undefined]] as const) };

describe('nobody serves static files', () => {
  test('behind a router that stands before the application alone; elsewhere it is a question', () => {
    expect(say(notServed, { settings: given(), deployment: platform })).toEqual(['problem:nobody']);
    expect(say(notServed, { settings: given() })).toEqual(['question:unseen']);
  });

  test('is not said where something may: middleware, a storage, another host, a view, a server file', () => {
    const silent = (more: Readonly<Record<string, Plain>>, files: Readonly<Record<string, string>> = {}) =>
      say(notServed, { settings: given(more), project: projectOf(files), deployment: platform });
    expect(silent({ MIDDLEWARE: ['shop.middleware.ServeStatic'] })).toEqual([]);
    expect(silent({ MIDDLEWARE: unknown })).toEqual([]);
    expect(silent({ STATIC_URL: 'https://cdn.shop.net/' })).toEqual([]);
    expect(silent({ STORAGES: { staticfiles: { BACKEND: 'storages.backends.s3.S3Storage' } } })).toEqual([]);
    expect(silent({}, { 'config/urls.py': "re_path(r'^static/(?P<path>.*)$', serve)" })).toEqual([]);
    expect(silent({}, { 'deploy/nginx.conf': 'location /static/ {}' })).toEqual([]);
  });

  test('is left to the rule about WhiteNoise where the project means to use it', () => {
    const packages = ['whitenoise'];
    expect(say(notServed, { settings: given(), deployment: platform, packages })).toEqual(['not applicable']);
    expect(say(whitenoiseMiddlewareMissing, { settings: given(), deployment: platform, packages })).toEqual([
      'problem:missing',
    ]);
    expect(say(whitenoiseMiddlewareMissing, { settings: given(), packages })).toEqual(['question:unused']);
  });
});

describe('STATIC_ROOT', () => {
  test('is missed by storages of this machine alone', () => {
    expect(say(rootMissing, { settings: given() })).toEqual(['problem:missing']);
    expect(say(rootMissing, { settings: given({ STATIC_ROOT: '/srv/static' }) })).toEqual([]);
    const elsewhere = { STORAGES: { staticfiles: { BACKEND: 'storages.backends.s3.S3Storage' } } };
    expect(say(rootMissing, { settings: given(elsewhere) })).toEqual(['not applicable']);
  });

  test('that comes from the environment is believed', () => {
    expect(say(rootMissing, { settings: given({ STATIC_ROOT: unknown }) })).toEqual([]);
  });
});

test('an entry of STORAGES counts as missing only where all entries are known', () => {
  const storages = (entries: Plain) => say(storagesAliasMissing, { settings: given({ STORAGES: entries }) });
  expect(storages({ default: { BACKEND: 'x' } })).toEqual(['problem:staticfiles']);
  expect(
    storages({ kind: 'dict', entries: [[{ ...(unknown as { kind: 'unknown'; why: string }), many: true }, unknown]] }),
  ).toEqual([]);
});

describe('uploads', () => {
  const photo = { name: 'photo', type: 'ImageField', at: here };
  const apps = [
    {
      entry: 'shop',
      module: 'shop',
      label: 'shop',
      directory: 'shop',
      models: [{ name: 'Product', at: here, fields: [photo], managed: true }],
      migrationsDirectory: undefined,
      migrated: false,
      migrations: [],
    },
  ];

  test('are lost with the disk where a model takes files', () => {
    const settings = given({ MEDIA_ROOT: '/app/media' });
    const project = projectOf({ 'shop/models.py': 'photo = models.ImageField()' });
    expect(say(ephemeral, { apps, settings, project, deployment: platform })).toEqual(['problem:lost']);
    expect(say(ephemeral, { settings, deployment: platform })).toEqual(['not applicable']);
    expect(say(ephemeral, { apps, settings })).toEqual(['not applicable']);
  });

  test('lie apart from a directory whose name only begins alike', () => {
    const beside = given({ STATIC_ROOT: '/srv/static', MEDIA_ROOT: '/srv/static-media' });
    expect(say(insideStatic, { settings: beside })).toEqual([]);
    const inside = given({ STATIC_ROOT: '/srv/static/', MEDIA_ROOT: '/srv/x/../static/media' });
    expect(say(insideStatic, { settings: inside })).toEqual(['problem:root']);
  });
});
