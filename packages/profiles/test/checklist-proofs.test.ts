/** What a checklist names as its proof must be a rule, or an item waits for ever. */
import { readFileSync } from 'node:fs';
import { recommended, resolve } from '@django-golive/core';
import { expect, test } from 'vitest';
import { profiles } from '../src/index.js';

test.each(profiles.map((profile) => [profile.id, profile] as const))(
  'the checklist of %s names only rules that are run there',
  (id, profile) => {
    const text = readFileSync(new URL(`../src/${id}/checklist.ts`, import.meta.url), 'utf8');
    const areas = new Set([id, ...recommended.map((rule) => rule.id.split('/')[0] ?? '')]);
    const named = [...text.matchAll(/'([a-z-]+)\/([a-z0-9-]+)'/g)]
      .filter(([, area]) => areas.has(area ?? ''))
      .map(([, area, slug]) => `${area}/${slug}`);
    const run = new Set(resolve([...recommended, ...profile.rules]).map(({ rule }) => rule.id));
    expect(named).not.toEqual([]);
    expect(named.filter((rule) => !run.has(rule))).toEqual([]);
  },
);
