import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/catalogue.js';
import { run } from '../src/main.js';
import { ruleIndex, rulePage } from '../src/rule-page.js';

const folder = fileURLToPath(new URL('../../../docs/rules/', import.meta.url));
const entries = catalogue();
const index = ruleIndex(entries);

async function explained(id: string): Promise<string> {
  const out: string[] = [];
  await run(['explain', id], {
    out: (text) => void out.push(text),
    error: () => undefined,
    columns: 100,
    color: false,
  });
  return out.join('');
}

test('docs/rules/ holds the index and a page of every rule, and nothing else', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  expect(pages.sort()).toEqual(['README.md', ...entries.map(({ rule }) => `${rule.id}.md`)].sort());
  expect(readFileSync(`${folder}README.md`, 'utf8')).toBe(index);
});

test.each(entries.map(({ rule }) => [rule.id]))('golive explain %s prints its page in docs/rules/', async (id) => {
  expect(await explained(id)).toBe(readFileSync(`${folder}${id}.md`, 'utf8'));
});

describe.each(entries.map((entry) => [entry.rule.id, entry] as const))('%s', (id, entry) => {
  const { rule, changes } = entry;
  const page = rulePage(entry);
  const row = index.split('\n').find((line) => line.startsWith(`| [\`${id}\`](${id}.md) |`));

  test('tells on its page and in the index what it is', () => {
    expect(page).toContain(`| ${rule.severity} | ${rule.category} |`);
    expect(page).toMatch(/\| Time to mend \| Since \|\n.*\n.*\| 0\.1\.0 \|\n/);
    expect(row).toContain(`| ${rule.severity} | ${rule.title} |`);
    expect(row).toMatch(/\| 0\.1\.0 \|$/);
    for (const { kind, id: reference, url } of rule.references) {
      expect(page).toContain(`- [${reference}](${url})`);
      if (kind === 'django-check') expect(row).toContain(reference);
      if (kind === 'cwe') expect(row).toContain(reference.slice('CWE-'.length));
    }
  });

  test('tells which targets count it otherwise, how and why', () => {
    for (const { target, severity, why } of changes) {
      expect(why).toMatch(/\.$/);
      expect(page).toContain(`- ${target.title}: ${severity}. ${why}\n`);
      expect(row).toContain(`${target.id}: ${severity}`);
    }
    expect(page.includes('## Where it counts otherwise')).toBe(changes.length > 0);
  });
});

test('options stand on the page with type and default, and in the index by name', () => {
  const [entry] = entries;
  if (!entry) throw new Error('There is no rule.');
  const days = { type: 'integer', default: 30, minimum: 1, description: 'How old it may be.' } as const;
  const own = { ...entry, rule: { ...entry.rule, options: { days } } };
  expect(rulePage(own)).toContain('## Options\n\n- `days` (integer, default `30`): How old it may be.\n');
  expect(ruleIndex([own])).toMatch(/\| `days` \| 0\.1\.0 \|\n/);
});
