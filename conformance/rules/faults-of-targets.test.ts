/** The page that says where each fault of a target is told: the rules, items and capabilities that it names must be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { recommended, resolve } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

const page = readFileSync(new URL('../../docs/decisions/faults-of-targets.md', import.meta.url), 'utf8');
// A rule that one target turns off is there on another.
const rules = new Set(
  profiles.flatMap((profile) => resolve([...recommended, ...profile.rules]).map(({ rule }) => rule.id)),
);
const sections = page.split(/^## /m).slice(1);

describe.each(sections.map((text) => [text.split('\n')[0] ?? '', text] as const))('%s', (title, text) => {
  const profile = profiles.find((one) => one.title === title);
  const rows = [...text.matchAll(/^\| [a-z]+-[\w-]+ +\| .+\| (.+) \|$/gm)].map(([, told = '']) => told);

  test('names rules that are there', () => {
    const named = rows.flatMap((told) => [...told.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, id = '']) => id));
    expect(named).not.toEqual([]);
    expect(named.filter((id) => !rules.has(id))).toEqual([]);
  });

  test('says of each where it is told, or why not', () => {
    for (const told of rows)
      expect(told).toMatch(/`[a-z-]+\/|checklist |capabilit|not told: |\(rules\.md\)|the same|the reader /);
  });

  test.skipIf(!profile)('names items of its checklist and features of its capabilities', () => {
    const shared = new URL('../../packages/profiles/src/own-server/', import.meta.url);
    const source = [
      'checklist.ts',
      'config-vars.ts',
      'host-steps.ts',
      ...readdirSync(shared).map((file) => `../own-server/${file}`),
    ]
      .map((file) => {
        try {
          return readFileSync(new URL(`../../packages/profiles/src/${profile?.id}/${file}`, import.meta.url), 'utf8');
        } catch {
          return '';
        }
      })
      .join('\n');
    const items = rows.flatMap((told) => [...told.matchAll(/checklist ([a-z-]+)/g)].map(([, id = '']) => id));
    expect(items.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
    const features = rows.flatMap((told) => [...told.matchAll(/capability ([a-z-]+)/g)].map(([, id = '']) => id));
    expect(features.filter((id) => !profile?.capabilities.some(({ feature }) => feature === id))).toEqual([]);
  });
});
