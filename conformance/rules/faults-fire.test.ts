/** Each fault of a target that a rule tells of: a small project on that target, in which the rule speaks up. */
import { readFileSync } from 'node:fs';
import { recommended, resolve } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { filesOf, surroundingsOf } from './example.js';
import { readPage } from './page.js';
import { shownBy, theirs } from './shown-faults.js';

const page = readFileSync(new URL('../../docs/decisions/faults-of-targets.md', import.meta.url), 'utf8');
const entries = new Map(catalogue().map((entry) => [entry.rule.id, entry]));

interface Row {
  readonly fault: string;
  readonly rule: string;
  readonly target: string | undefined;
}

/** A row for each rule that the page names for a fault, on the target of its section. */
const rows = page
  .split(/^## /m)
  .slice(1)
  .flatMap((text): Row[] => {
    const profile = profiles.find(({ title }) => title === text.split('\n')[0]);
    const held = new Set(resolve([...recommended, ...(profile?.rules ?? [])]).map(({ rule }) => rule.id));
    return [...text.matchAll(/^\| ([a-z]+-[\w-]+) +\| .+\| (.+) \|$/gm)].flatMap(([, fault = '', told = '']) =>
      [...told.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, rule = '']) => ({
        fault,
        rule,
        // What the page refers to as another target's is shown there.
        target: profile && held.has(rule) ? profile.id : entries.get(rule)?.target,
      })),
    );
  });

test('there are faults to show', () => {
  expect(rows.length).toBeGreaterThan(100);
  // A message that no row asks for shows nothing.
  expect(Object.keys(shownBy).filter((key) => !rows.some(({ fault, rule }) => key === `${fault} ${rule}`))).toEqual([]);
});

describe.each([...new Set(rows.map(({ fault }) => fault))])('%s', (fault) => {
  test.each(rows.filter((row) => row.fault === fault))('$rule speaks up', ({ rule: id, target }) => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`There is no rule ${id}.`);
    const message = shownBy[`${fault} ${id}`];
    const said = readPage(entry.page ?? '')
      .examples.filter(({ section }) => section === 'Bad')
      .flatMap((example) => {
        const how = surroundingsOf(example, entry.target);
        const { findings, questions } = examine(
          entry.rule,
          filesOf(example),
          target === undefined || theirs.has(fault) ? how : { ...how, target },
        );
        return [...findings, ...questions].map(({ messageId }) => messageId);
      });
    if (message === undefined) expect(said).not.toEqual([]);
    else expect(said).toContain(message);
  });
});
