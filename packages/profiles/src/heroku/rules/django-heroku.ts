/** django-heroku: a package that overrides settings with what was right in 2018. */
import { type Dependencies, defineRule, dependencies, minutes, project, settings, web } from '@django-golive/core';
import { overTls } from '../dj-database-url.js';
import { lostParts } from './django-heroku-parts.js';

const call = /^[ \t]*django_heroku\.settings\([^\r\n]*/m;

export const djangoHeroku = defineRule({
  id: 'heroku/django-heroku',
  title: 'The settings end in the unmaintained django-heroku',
  sound: 'The settings do without django-heroku',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(30),
  risk: 'It replaces settings of the project, and no release follows Django: what it sets goes out of use without a word, as `STATICFILES_STORAGE` has with 5.1.',
  references: [web('django-heroku', 'https://github.com/heroku/django-heroku')],
  since: '0.1.0',
  needs: { dependencies, settings, project },
  problems: { called: '`django_heroku.settings()` overrides settings; its code is of 2018.' },
  when: ({ settings, project }) =>
    settings.path !== undefined && settings.files.some((path) => call.test(project.file(path)?.text ?? '')),
  *check({ dependencies, settings, project }, { problem }) {
    // Without any, the package made the dict itself.
    const defined = settings.files.some((path) => /^[ \t]*DATABASES\s*[:=]/m.test(project.file(path)?.text ?? ''));
    const collected = settings.files.some((path) => /^[ \t]*STATIC_ROOT\s*[:=]/m.test(project.file(path)?.text ?? ''));
    const base = settings.get('BASE_DIR').value.kind;
    // As the package has it, from the `BASE_DIR` that it reads as well.
    const staticRoot = `\n\nSTATIC_ROOT = ${base === 'path' ? "BASE_DIR / 'staticfiles'" : "os.path.join(BASE_DIR, 'staticfiles')"}`;
    const parts = lostParts(project, settings);
    const words = [
      '`SECRET_KEY` and the database from their variables',
      ...(collected ? [] : ['`STATIC_ROOT` for what the build collects']),
      ...parts.map(({ says }) => says),
    ];
    const last = words.length > 1 ? ` and ${words.pop()}` : '';
    const further = parts.map(({ lines }) => `\n\n${lines.join('\n')}`).join('');
    for (const path of settings.files) {
      const file = project.file(path);
      const match = file && call.exec(file.text);
      if (!file || !match) continue;
      const start = match.index + match[0].length - match[0].trimStart().length;
      yield {
        ...problem('called', {
          at: file.at({ start, end: match.index + match[0].trimEnd().length }),
          current: match[0].trim(),
          subject: `${path}:django_heroku`,
        }),
        remedy: {
          summary: `Remove it, and write its parts out: ${words.join(', ')}${last}.${alsoDeclare(dependencies)}`,
          code: `import os\n\nimport dj_database_url\n\nif 'SECRET_KEY' in os.environ:\n    SECRET_KEY = os.environ['SECRET_KEY']\nif 'DATABASE_URL' in os.environ:\n    ${overTls(dependencies.get('dj-database-url'), settings.django, defined)}${collected ? '' : staticRoot}${further}`,
          language: 'python',
          path,
          place: 'instead',
        },
      };
    }
  },
});

/** What only django-heroku brings, which goes with it: each under the names of its distributions. */
function alsoDeclare({ all, manifests }: Dependencies): string {
  const brought = [['dj-database-url'], ['psycopg2', 'psycopg2-binary', 'psycopg'], ['whitenoise']];
  const missing = brought
    .filter((names) => !all.some(({ name, direct, kind }) => names.includes(name) && direct && kind === 'runtime'))
    .map(([name]) => `\`${name}\``);
  if (missing.length === 0 || manifests.length === 0) return '';
  return ` Declare ${missing.join(', ').replace(/, ([^,]*)$/, ' and $1')}, which ${missing.length === 1 ? 'comes' : 'come'} with django-heroku alone.`;
}
