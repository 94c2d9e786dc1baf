/** Scratch: pages of half B. */
import { describe, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { examine } from 'django-golive/testing';
import { databaseRules } from '../../packages/core/src/rules/database.js';
import { staticRules } from '../../packages/core/src/rules/static.js';
import { depsRules } from '../../packages/core/src/rules/deps.js';
import { structureRules } from '../../packages/core/src/rules/structure.js';
import { readPage } from './page.js';

const extra: any[] = [];
for (const area of ['migrations', 'logging', 'cache', 'email', 'media', 'celery', 'asgi', 'wsgi', 'gunicorn']) {
  const path = `../../packages/core/src/rules/${area}.js`;
  if (existsSync(`packages/core/src/rules/${area}.ts`)) extra.push(...((await import(path))[`${area}Rules`]));
}
const rules = [...databaseRules, ...staticRules, ...depsRules, ...structureRules, ...extra];
describe.each(rules.map((r) => [r.id, r] as const))('%s', (id, rule) => {
  const text = readFileSync(`packages/core/src/rules/${id}.md`, 'utf8');
  const page = readPage(text);
  test('shape', () => {
    expect(page.title).toBe(rule.title);
    expect(page.headings).toEqual(['Why', 'Bad', 'Good', 'Mend it', 'When to accept it']);
    const marked = new Set(page.examples.flatMap((e) => e.marks.map((m) => `${m.kind}:${m.message}`)));
    const messages = [...Object.keys(rule.problems).map((m) => `problem:${m}`), ...Object.keys(rule.questions).map((m) => `question:${m}`)];
    expect(messages.filter((m) => !marked.has(m))).toEqual([]);
  });
  test.each(page.examples.map((e) => [`${e.section}, line ${e.line}`, e] as const))('%s', (_n, example) => {
    const settings = example.files.some(({ path }) => path === 'config/settings.py');
    const connected = example.files.some(({ path }) => /(^|\/)(manage|wsgi|asgi)\.py$/.test(path));
    const files = Object.fromEntries(example.files.map(({ path, text }) => [path, text]));
    const examined = examine(rule, files, {
      ...(example.target === undefined || example.target === 'none' ? {} : { target: example.target }),
      untracked: example.untracked,
      operator: { variables: example.variables, ...(settings && !connected ? { settings: 'config.settings' } : {}), ...(example.django === undefined ? {} : { django: example.django }) },
    });
    const given = [
      ...examined.findings.map((f) => `${f.location.path}:${f.location.start.line} problem ${f.messageId}`),
      ...examined.report.questions.map((q) => `${q.location.path}:${q.location.start.line} question ${q.messageId}`),
    ];
    const wanted = example.marks.filter((m) => m.kind !== 'strength').map((m) => `${m.path}:${m.line} ${m.kind} ${m.message}`);
    expect({ outcome: examined.outcome === 'notApplicable' ? 'n/a' : '', given: given.sort() }).toEqual({ outcome: expect.anything(), given: wanted.sort() });
    if (example.section === 'Good') expect(wanted).toEqual([]);
    if (example.section === 'Bad') expect(wanted).not.toEqual([]);
  });
});
