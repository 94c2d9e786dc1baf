/** The Procfile, app.json and Python version files, as Heroku reads them. */
import { createFactReader, given, project, projectOf } from '@django-golive/core';
import { appJson, procfile, pythonVersionFiles } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

const reader = (files: Readonly<Record<string, string>>) => createFactReader([given(project, projectOf(files))]);

describe('Procfile', () => {
  test('gives each line with its command and its places', () => {
    const text = 'release: python manage.py migrate\r\nweb: gunicorn config.wsgi --log-file -\r\n';
    const { found } = reader({ Procfile: text })(procfile);
    expect(found?.entries.map(({ name, command }) => [name, command])).toEqual([
      ['release', 'python manage.py migrate'],
      ['web', 'gunicorn config.wsgi --log-file -'],
    ]);
    const web = found?.entry('web');
    expect(web?.at.start).toEqual({ line: 2, column: 1 });
    expect(text.slice(web?.commandAt.span.start, web?.commandAt.span.end)).toBe(web?.command);
    expect(web?.invocations.map(({ program }) => program)).toEqual(['gunicorn']);
  });

  test('passes over lines that name no process', () => {
    const { found } = reader({ Procfile: '# web: no\n\nnot a process\nweb gunicorn\n: empty\nweb:\n' })(procfile);
    expect(found?.entries).toEqual([]);
  });

  test('sees a file whose name only looks right, and does not read it', () => {
    const search = reader({ 'procfile.txt': 'web: gunicorn config.wsgi' })(procfile);
    expect(search.found).toBeUndefined();
    expect(search.misnamed?.path).toBe('procfile.txt');
    expect(reader({ 'Procfile.dev': 'web: python manage.py runserver' })(procfile).misnamed).toBeUndefined();
  });
});

describe('app.json', () => {
  test('gives variables, add-ons and build packs with their lines', () => {
    const app = reader({
      'app.json':
        '{\n  "env": {\n    "DEBUG": "False",\n    "SECRET_KEY": {"generator": "secret"},\n    "MAIL": {"required": false}\n  },\n  "addons": ["heroku-postgresql:mini", {"plan": "cloudamqp", "as": "RABBITMQ"}],\n  "buildpacks": [{"url": "heroku/python"}]\n}\n',
    })(appJson);
    expect(
      app?.variables.map(({ name, value, generated, required, at }) => [
        name,
        value,
        generated,
        required,
        at.start.line,
      ]),
    ).toEqual([
      ['DEBUG', 'False', false, true, 3],
      ['SECRET_KEY', undefined, true, true, 4],
      ['MAIL', undefined, false, false, 5],
    ]);
    expect(app?.addons.map(({ service, as }) => [service, as])).toEqual([
      ['heroku-postgresql', undefined],
      ['cloudamqp', 'RABBITMQ'],
    ]);
    expect(app?.buildpacks.map(({ url }) => url)).toEqual(['heroku/python']);
    expect(app?.forHeroku).toBe(true);
  });

  test('is nothing where it is no JSON object, however it is broken', () => {
    for (const text of ['', '{', '[]', 'null', '"x"', '['.repeat(100_000), '{"env": {"A": 1}} trailing']) {
      expect(reader({ 'app.json': text })(appJson), text.slice(0, 20)).toBeUndefined();
    }
  });

  test('takes what has another shape than expected for absent', () => {
    const app = reader({
      'app.json': '{"env": ["A"], "addons": {"a": 1}, "buildpacks": [1, null], "stack": 5, "scripts": "x"}',
    })(appJson);
    expect(app).toMatchObject({ addons: [], buildpacks: [], variables: [] });
    expect(app?.stack).toBeUndefined();
  });

  test("does not take the app.json of a mobile app for Heroku's", () => {
    expect(reader({ 'app.json': '{"expo": {"name": "shop"}}' })(appJson)?.forHeroku).toBe(false);
  });
});

describe('Python version files', () => {
  const read = (text: string, path = '.python-version') => reader({ [path]: text })(pythonVersionFiles);

  test.each([
    ['3.13\n', '3.13'],
    ['# comment\r\n\r\n  3.13.2  \r\n', '3.13.2'],
  ])('reads %j', (text, version) => {
    expect(read(text).inForce).toMatchObject({ version, fault: undefined });
  });

  test.each([
    ['python-3.13', 'prefix'],
    ['"3.13"', 'quotes'],
    ['3', 'format'],
    ['>=3.12', 'format'],
    ['3.12\n3.13', 'several'],
    ['# only\n', 'none'],
    ['', 'none'],
    ['\uFEFF3.13', 'encoding'],
    ['3.013', 'format'],
    ['3.13 # line', 'format'],
  ])('refuses %j', (text, fault) => {
    expect(read(text).inForce).toMatchObject({ version: undefined, fault });
  });

  test('lets runtime.txt win, as the build pack does', () => {
    const files = reader({ 'runtime.txt': 'python-3.12.1\n', '.python-version': '3.13' })(pythonVersionFiles);
    expect(files.inForce?.path).toBe('runtime.txt');
    expect(files.inForce?.version).toBe('3.12.1');
    expect(read('3.12', 'runtime.txt').inForce?.fault).toBe('format');
  });

  test('knows the misspellings that end a build', () => {
    expect(read('3.13', 'python_version.txt').misspelt?.path).toBe('python_version.txt');
    expect(read('3.13', '.python-version').misspelt).toBeUndefined();
  });
});
