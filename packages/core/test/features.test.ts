import { expect, test } from 'vitest';
import { createFactReader, given } from '../src/fact.js';
import { type Dependencies, dependencies } from '../src/facts/dependencies.js';
import { type Feature, features } from '../src/facts/features.js';
import { project } from '../src/facts/inputs.js';
import { settings } from '../src/facts/settings.js';
import { projectOf } from '../src/source.js';
import { here, type Plain, read, settingsOf, unknown } from './rules/given.js';

/** What is used by a project with these settings, packages, variables and files. */
function used(
  written: Readonly<Record<string, Plain>>,
  packages: readonly string[] = [],
  variables: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): readonly Feature[] {
  const get = (name: string) =>
    packages.includes(name) ? { name, declared: name, kind: 'runtime', at: here } : undefined;
  const reader = createFactReader([
    given(project, projectOf(files)),
    given(settings, settingsOf(written, { environment: variables.map((name) => read(name)) })),
    given(dependencies, { get } as unknown as Dependencies),
  ]);
  return reader(features).used.map(({ feature }) => feature);
}

test('PostgreSQL is used where a variable names the database and its driver is installed', () => {
  expect(used({ DATABASES: { default: unknown } }, ['psycopg2'])).toEqual(['postgresql']);
  expect(used({ DATABASES: { default: { ENGINE: unknown } } }, ['psycopg'])).toEqual(['postgresql']);
  expect(used({ DATABASES: { default: { ENGINE: unknown } } })).toEqual([]);
  const sqlite = { DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3' } } };
  expect(used(sqlite, ['psycopg2'])).toEqual(['sqlite']);
});

test('of several drivers the one counts whose engine the settings write out', () => {
  const both = ['psycopg2', 'mysqlclient'];
  const open = { DATABASES: { default: { ENGINE: unknown } } };
  expect(used(open, ['mysqlclient'])).toEqual(['mysql']);
  expect(used(open, both)).toEqual(['postgresql', 'mysql']);
  const files = { 'config/settings.py': 'DATABASES = {"default": {"ENGINE": "django.db.backends.mysql"}}' };
  expect(used(open, both, [], files)).toEqual(['mysql']);
});

test('GeoDjango is used where its application is installed', () => {
  expect(used({ INSTALLED_APPS: ['django.contrib.gis'] })).toEqual(['geodjango']);
});

test('Redis is used where the settings read its address', () => {
  expect(used({}, ['redis'], ['REDIS_URL'])).toEqual(['redis']);
  expect(used({}, ['redis'], ['PREDISPOSED'])).toEqual([]);
});

test('Celery is used where code imports it or settings configure it, not where it is only declared', () => {
  expect(used({}, ['celery'])).toEqual([]);
  expect(used({}, ['celery'], [], { 'tests/tasks.py': 'import celery' })).toEqual([]);
  expect(used({}, ['celery'], [], { 'shop/tasks.py': 'from celery import shared_task' })).toEqual(['celery']);
  expect(used({ CELERY_BROKER_URL: unknown }, ['celery'])).toEqual(['celery']);
});

test('uploads are kept where something takes files, or may', () => {
  const media = (apps: readonly string[], files: Readonly<Record<string, string>> = {}) =>
    used({ MEDIA_ROOT: '/srv/media', INSTALLED_APPS: apps }, [], [], { 'shop/apps.py': '', ...files });
  expect(media(['django.contrib.admin', 'shop'])).toEqual([]);
  expect(media(['shop'], { 'shop/migrations/0001_initial.py': 'models.FileField()' })).toEqual([]);
  expect(
    media(['shop'], { 'config/urls.py': 'static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)' }),
  ).toEqual([]);
  expect(media(['shop'], { 'shop/views.py': 'form = Form(request.POST, request.FILES)' })).toEqual(['local-media']);
  expect(media(['shop'], { 'shop/views.py': "open(settings.MEDIA_ROOT + name, 'wb')" })).toEqual(['local-media']);
  expect(media(['shop', 'django_elasticsearch_dsl'])).toEqual([]);
  // A package that is not known may have such a model.
  expect(media(['gallery_of_others'])).toEqual(['local-media']);
});

test('SQLite is told of as a fallback where a variable chooses the database', () => {
  const notes = (variable: string, how: Parameters<typeof read>[1] = {}) => {
    const written = settingsOf(
      { DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3' } } },
      { environment: [read(variable, how)], reads: { DATABASES: [variable] } },
    );
    const reader = createFactReader([
      given(project, projectOf({})),
      given(settings, written),
      given(dependencies, { get: () => undefined } as unknown as Dependencies),
    ]);
    return reader(features)
      .uses('sqlite')
      ?.evidence.map(({ note }) => note);
  };
  expect(notes('DATABASE_URL')).toEqual(['`DATABASES` falls back to SQLite where `DATABASE_URL` is not set.']);
  expect(notes('DB_ENGINE')).toEqual(['`DATABASES` falls back to SQLite where `DB_ENGINE` is not set.']);
  expect(notes('DATABASE_URL', { given: { by: 'compose' } })).toEqual(['`DATABASES` uses SQLite.']);
  expect(notes('SQLITE_PATH')).toEqual(['`DATABASES` uses SQLite.']);
});
