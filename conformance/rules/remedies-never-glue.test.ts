/** No edit of any rule puts two statements on a line, whether the files end with a newline or not. */
import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { filesOf, surroundingsOf } from './example.js';
import { findingOf } from './finding-of.js';
import { readPage } from './page.js';
import { withRemedy } from './put-in-place.js';

type Files = Readonly<Record<string, string>>;

const statement = /^(?:[A-Z][A-Z0-9_]*(?:\[[^\]\n]*\])* \+?= |import |from \w)/;

/** Lines of the edits that begin or end amid another statement. */
function gluedLines(files: Files, { fix }: NonNullable<ReturnType<typeof findingOf>>): readonly string[] {
  return (fix?.edits ?? []).flatMap(({ location: { path, start, end }, text }) => {
    const lines = (files[path] ?? '').split(/\r?\n/);
    const before = (lines[start.line - 1] ?? '').slice(0, start.column - 1);
    const after = (lines[end.line - 1] ?? '').slice(end.column - 1);
    const begins = path.endsWith('.py') && statement.test(text) && /[^\s;]\s*$/.test(before);
    const nothing = start.line === end.line && start.column === end.column;
    const ends = nothing && text.trim() !== '' && !text.endsWith('\n') && after.trim() !== '';
    const begun = nothing && text.trim() !== '' && !text.startsWith('\n') && before.trim() !== '';
    return begins || ends || begun ? [`${path}: ${before}|${text}|${after}`] : [];
  });
}

const withoutNewline = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\n+$/, '')]));

test.each([true, false])('a setting that a call at the end of the file made, newline there: %s', (newline) => {
  const files = {
    Procfile: 'web: gunicorn config.wsgi\n',
    'requirements.txt': 'Django==5.2.8\ndjango-heroku==0.3.1\nwhitenoise==6.11.0\n',
    'manage.py': '',
    'config/settings.py': `import django_heroku
BASE_DIR = '/srv/shop'
INSTALLED_APPS = ['django.contrib.staticfiles', 'shop']
TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True}]
MIDDLEWARE = []
STATIC_URL = '/static/'
STATIC_ROOT = '/srv/shop/static'
STATICFILES_STORAGE = 'whitenoise.storage.CompressedManifestStaticFilesStorage'
django_heroku.settings(locals())${newline ? '\n' : ''}`,
    'shop/static/shop/site.css': 'h1 {}\n',
    'shop/templates/shop/base.html': `{% load static %}<link href="{% static 'shop/site.css' %}">\n`,
  };
  const found = findingOf('static/manifest-storage-missing', files);
  expect(found?.remedy?.code).toMatch(/^STORAGES = /);
  expect(found && gluedLines(files, found)).toEqual([]);
  expect(withRemedy(files, found as NonNullable<typeof found>)?.['config/settings.py'] ?? '').not.toMatch(/\)STORAGES/);
});

describe.each(catalogue().map((entry) => [entry.rule.id, entry] as const))('%s', (_id, { rule, page, target }) => {
  const examples = readPage(page ?? '').examples.filter(({ section }) => section === 'Bad');
  test('its edits keep statements apart', () => {
    for (const example of examples) {
      for (const files of [filesOf(example), withoutNewline(filesOf(example))]) {
        const { findings } = examine(rule, files, surroundingsOf(example, target));
        expect(findings.flatMap((finding) => gluedLines(files, finding))).toEqual([]);
      }
    }
  });
});
